package io.kairos.local.kafka;

import io.kairos.wire.Topics;
import java.io.Closeable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/** Kairos' topics on a broker: made, and counted. */
public final class LocalTopics implements Closeable {

  private static final long ANSWER_WITHIN_SECONDS = 30;
  private static final long POLL_MILLIS = 20;

  private final Admin admin;
  private final TopicPlan plan;

  private LocalTopics(Admin admin, TopicPlan plan) {
    this.admin = admin;
    this.plan = plan;
  }

  /**
   * Creates every topic of {@link Topics} on a single broker, and returns when all can be written
   * to.
   *
   * @param bootstrapServers the broker's address, as host:port
   * @param prefix stands before each name
   * @param partitions of each topic, at least 1; rules always have one, since their order counts
   * @throws KafkaUnavailable if the broker refuses or does not answer
   */
  public static LocalTopics create(
      String bootstrapServers, String prefix, int partitions, TopicTime time)
      throws InterruptedException {
    return create(bootstrapServers, new TopicPlan(prefix, partitions, 1, time));
  }

  /**
   * Creates every topic of a plan, and returns when all can be written to.
   *
   * @throws KafkaUnavailable if the broker refuses or does not answer
   */
  public static LocalTopics create(String bootstrapServers, TopicPlan plan)
      throws InterruptedException {
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    LocalTopics topics = new LocalTopics(Admin.create(settings), plan);
    try {
      answer(topics.admin.createTopics(plan.topics()).all());
      topics.awaitLeaders();
      return topics;
    } catch (KafkaUnavailable | InterruptedException e) {
      topics.close();
      throw e;
    }
  }

  /** What stands before each name. */
  public String prefix() {
    return plan.prefix();
  }

  /** The topic's full name on this broker. */
  public String name(Topics topic) {
    return topic.name(plan.prefix());
  }

  /** How many partitions the topic has. */
  public int partitions(Topics topic) {
    return plan.partitions(topic);
  }

  /**
   * The sum of the end offsets of each topic's partitions: how many records were ever written to
   * it, if none of it was transactional.
   *
   * @throws KafkaUnavailable if the broker does not answer
   */
  public Map<Topics, Long> endOffsets() throws InterruptedException {
    Map<TopicPartition, OffsetSpec> question = new HashMap<>();
    for (Topics topic : Topics.values()) {
      partitionsOf(topic).forEach(partition -> question.put(partition, OffsetSpec.latest()));
    }
    var ends = answer(admin.listOffsets(question).all());
    Map<Topics, Long> sums = new EnumMap<>(Topics.class);
    for (Topics topic : Topics.values()) {
      sums.put(topic, partitionsOf(topic).stream().mapToLong(p -> ends.get(p).offset()).sum());
    }
    return sums;
  }

  /** Ends the connection; the topics stay. */
  @Override
  public void close() {
    admin.close();
  }

  /**
   * A topic exists before its partitions can be written to, and an idempotent producer whose first
   * batch is refused for that may repeat it in vain until it gives up.
   */
  private void awaitLeaders() throws InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_WITHIN_SECONDS);
    for (boolean ready = false; !ready; ) {
      try {
        endOffsets();
        ready = true;
      } catch (KafkaUnavailable notYet) {
        if (!(notYet.getCause() instanceof RetriableException) || System.nanoTime() > giveUp) {
          throw notYet;
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    }
  }

  private List<TopicPartition> partitionsOf(Topics topic) {
    return IntStream.range(0, partitions(topic))
        .mapToObj(partition -> new TopicPartition(name(topic), partition))
        .toList();
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
