package io.kairos.flink.source.proof;

import io.kairos.flink.config.DeletedEvents;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.LogTruncationException;
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
  private final Counter skipped;

  /**
   * @param skipped counts the offsets that are passed over
   */
  GapGuard(Consumer<?, ?> consumer, DeletedEvents deleted, Counter skipped) {
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
    if (refused instanceof LogTruncationException cut) {
      goBack(cut);
      return;
    }
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
    if (deleted == DeletedEvents.STOP) {
      throw new EventsDeleted(gap);
    }
    LOG.warn("Skipped: {}", gap);
    skipped.inc(gap.missing());
    consumer.seek(gap.partition(), gap.begin());
  }

  /**
   * A leader has other records than the one before it: those are still to be read. Where it does
   * not know since which offset, it is asked for the same one again.
   */
  private void goBack(LogTruncationException cut) {
    cut.offsetOutOfRangePartitions().forEach(consumer::seek);
    cut.divergentOffsets()
        .forEach(
            (partition, place) -> {
              LOG.warn("Brokers have lost records of {}: on from {}", partition, place.offset());
              consumer.seek(partition, place.offset());
            });
  }
}
