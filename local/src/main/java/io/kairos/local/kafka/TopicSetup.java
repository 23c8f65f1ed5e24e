package io.kairos.local.kafka;

import static java.util.stream.Collectors.toMap;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Brings the topics of a plan onto a cluster: creates those that are missing, and leaves the others
 * as they are.
 */
public final class TopicSetup implements Closeable {
  private static final long ANSWER_WITHIN_SECONDS = 30;

  private final Admin admin;

  /** Takes over the connection and closes it in the end. */
  public TopicSetup(Admin admin) {
    this.admin = admin;
  }

  /** What became of a topic. */
  public enum Fate {
    CREATED,
    LEFT
  }

  /**
   * @param name the topic's full name
   * @param differences of a topic that was left, from the plan: what is there, and what was planned
   */
  public record Outcome(String name, Fate fate, List<String> differences) {}

  /**
   * Does so, and says for each topic of the plan what became of it.
   *
   * @throws KafkaUnavailable if the cluster refuses or does not answer
   */
  public List<Outcome> apply(TopicPlan plan) throws InterruptedException {
    List<NewTopic> planned = plan.topics();
    Set<String> known = answer(admin.listTopics().names());
    List<NewTopic> missing =
        planned.stream().filter(topic -> !known.contains(topic.name())).toList();
    answer(admin.createTopics(missing).all());
    List<NewTopic> present =
        planned.stream().filter(topic -> known.contains(topic.name())).toList();
    Map<String, List<String>> differences = differences(present);
    return planned.stream().map(topic -> outcome(topic.name(), differences)).toList();
  }

  @Override
  public void close() {
    admin.close();
  }

  private static Outcome outcome(String name, Map<String, List<String>> differences) {
    List<String> found = differences.get(name);
    return found == null
        ? new Outcome(name, Fate.CREATED, List.of())
        : new Outcome(name, Fate.LEFT, found);
  }

  private Map<String, List<String>> differences(List<NewTopic> present)
      throws InterruptedException {
    List<String> names = present.stream().map(NewTopic::name).toList();
    Map<String, TopicDescription> shapes = answer(admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> settings =
        answer(admin.describeConfigs(names.stream().map(TopicSetup::resource).toList()).all());
    return present.stream()
        .map(topic -> differences(topic, shapes, settings))
        .collect(toMap(Difference::topic, Difference::sentences));
  }

  private record Difference(String topic, List<String> sentences) {}

  private static Difference differences(
      NewTopic planned,
      Map<String, TopicDescription> shapes,
      Map<ConfigResource, Config> settings) {
    List<String> sentences = new ArrayList<>();
    List<TopicPartitionInfo> partitions = shapes.get(planned.name()).partitions();
    note(sentences, "partitions", partitions.size(), planned.numPartitions());
    note(sentences, "replication factor", replicas(partitions), (int) planned.replicationFactor());
    Config found = settings.get(resource(planned.name()));
    TopicPlan.settings(planned)
        .forEach((key, value) -> note(sentences, key, found.get(key).value(), value));
    return new Difference(planned.name(), sentences);
  }

  /** Of the partition that has the fewest. */
  private static int replicas(List<TopicPartitionInfo> partitions) {
    return partitions.stream().mapToInt(one -> one.replicas().size()).min().orElse(0);
  }

  private static void note(List<String> sentences, String what, Object found, Object planned) {
    if (!found.equals(planned)) {
      sentences.add("%s is %s, planned %s".formatted(what, found, planned));
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static <T> T answer(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new KafkaUnavailable("Kafka refused: " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaUnavailable("Kafka did not answer in " + ANSWER_WITHIN_SECONDS + " s", e);
    }
  }
}
