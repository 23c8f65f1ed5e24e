package io.kairos.local.doctor;

import io.kairos.wire.Topics;
import java.util.Optional;

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
   * @param leaderless partitions that nobody can read or write
   * @param lagging partitions of which a replica is behind
   */
  record Layout(int partitions, int replicas, int leaderless, int lagging) {}

  boolean isInput() {
    return Topics.inputs().contains(topic);
  }

  /** Read by the job, and so not its to write. */
  boolean isRead() {
    return isInput() || topic == Topics.RULES;
  }
}
