package io.kairos.flink.source;

import io.kairos.engine.event.Origin;
import io.kairos.wire.Topics;
import java.util.Arrays;

/** What a reader remembers of the partitions of one topic since its start. */
final class TopicLog {
  private final String name;
  private final Topics topic;
  private final Origin origin;
  private PartitionLog[] partitions = {};

  /**
   * @param name in full, with the deployment's prefix
   */
  TopicLog(String name, Topics topic) {
    this.name = name;
    this.topic = topic;
    this.origin = Origin.valueOf(topic.name());
  }

  Topics topic() {
    return topic;
  }

  Origin origin() {
    return origin;
  }

  PartitionLog partition(int number) {
    if (number >= partitions.length) {
      partitions = Arrays.copyOf(partitions, number + 1);
    }
    if (partitions[number] == null) {
      partitions[number] = new PartitionLog(name + '-' + number);
    }
    return partitions[number];
  }
}
