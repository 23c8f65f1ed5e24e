package io.kairos.local.doctor;

import io.kairos.wire.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * A topic that is there.
 *
 * @param name with its prefix
 * @param settings empty if the job may not see them
 * @param rights empty if the broker does not say
 */
record SeenTopic(
    Topics topic,
    String name,
    Layout layout,
    Optional<Settings> settings,
    Optional<Rights> rights) {

  /**
   * How it lies on the brokers.
   *
   * @param replicas of the partition that has fewest
   * @param leaderless numbers of the partitions that nobody can read or write
   * @param lagging partitions of which a replica is behind
   */
  record Layout(int partitions, int replicas, Set<Integer> leaderless, int lagging) {}

  /** The partitions that have a leader to ask. */
  Stream<TopicPartition> led() {
    return IntStream.range(0, layout.partitions())
        .filter(partition -> !layout.leaderless().contains(partition))
        .mapToObj(partition -> new TopicPartition(name, partition));
  }

  boolean isInput() {
    return Topics.inputs().contains(topic);
  }

  /** Read by the job, and so not its to write. */
  boolean isRead() {
    return isInput() || topic == Topics.RULES;
  }
}
