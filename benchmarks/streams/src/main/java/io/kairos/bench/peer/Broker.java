package io.kairos.bench.peer;

import io.kairos.bench.shop.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** What is asked of the broker before a run, and taken from it after one. */
final class Broker implements AutoCloseable {
  private final Admin admin;
  private final Arguments arguments;

  Broker(Arguments arguments) {
    this.arguments = arguments;
    this.admin = Admin.create(Map.of("bootstrap.servers", arguments.bootstrap()));
  }

  /**
   * How many records the topics hold now.
   *
   * @throws IllegalStateException if a customer's events would not meet in one task
   */
  long records() throws ExecutionException, InterruptedException {
    Set<TopicPartition> partitions = partitions();
    return sum(partitions, OffsetSpec.latest()) - sum(partitions, OffsetSpec.earliest());
  }

  /** Deletes the changelogs and the group. */
  void forget() throws ExecutionException, InterruptedException {
    List<String> changelogs =
        admin.listTopics().names().get().stream()
            .filter(topic -> topic.startsWith(arguments.group() + "-"))
            .filter(topic -> topic.endsWith("-changelog"))
            .toList();
    admin.deleteTopics(changelogs).all().get();
    admin.deleteConsumerGroups(List.of(arguments.group())).all().get();
  }

  @Override
  public void close() {
    admin.close();
  }

  private Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
    Map<String, TopicDescription> topics =
        admin.describeTopics(arguments.inputs()).allTopicNames().get();
    if (topics.values().stream().map(topic -> topic.partitions().size()).distinct().count() > 1) {
      throw new IllegalStateException("the topics must have the same number of partitions");
    }
    return topics.values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .collect(Collectors.toSet());
  }

  private long sum(Set<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> which)))
        .all()
        .get()
        .values()
        .stream()
        .mapToLong(ListOffsetsResultInfo::offset)
        .sum();
  }
}
