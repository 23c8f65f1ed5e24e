package io.kairos.flink.source.proof;

import io.kairos.flink.config.DeletedEvents;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a consumer without a reset of offsets goes on after it was refused one. */
final class GapGuard {
  private static final Logger LOG = LoggerFactory.getLogger(GapGuard.class);

  private final Consumer<?, ?> consumer;
  private final DeletedEvents deleted;
  private final SkippedGaps skipped;

  GapGuard(Consumer<?, ?> consumer, DeletedEvents deleted, SkippedGaps skipped) {
    this.consumer = consumer;
    this.deleted = deleted;
    this.skipped = skipped;
  }

  /**
   * Moves the consumer to where it can read on. Where a call to wake up comes between, it may be
   * refused once more.
   *
   * @throws EventsDeleted if something is missing, and that is not to be skipped
   */
  void passOver(OffsetOutOfRangeException refused) {
    Map<TopicPartition, Long> read = refused.offsetOutOfRangePartitions();
    try {
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(read.keySet());
      Map<TopicPartition, Long> ends = consumer.endOffsets(read.keySet());
      read.forEach(
          (partition, next) ->
              passOver(new Gap(partition, next, begins.get(partition), ends.get(partition))));
    } catch (WakeupException called) {
      LOG.debug("Called while it asked for the ends of {}", read.keySet(), called);
    }
  }

  private void passOver(Gap gap) {
    if (gap.isNone()) {
      return;
    }
    if (deleted == DeletedEvents.STOP) {
      throw new EventsDeleted(gap);
    }
    skipped.add(gap);
    consumer.seek(gap.partition(), gap.begin());
  }
}
