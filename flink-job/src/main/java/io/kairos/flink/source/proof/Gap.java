package io.kairos.flink.source.proof;

import java.util.Locale;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition whose next offset to read is not in its log.
 *
 * @param next the offset
 * @param begin the earliest offset that there is
 * @param end the offset behind the last record
 */
record Gap(TopicPartition partition, long next, long begin, long end) {

  /** Whether it is in its log by now, as where a leader had yet to hear of it. */
  boolean isNone() {
    return begin <= next && next <= end;
  }

  /** How many offsets were deleted unread; 0 where the log ends before the next one. */
  long missing() {
    return Math.max(0, begin - next);
  }

  @Override
  public String toString() {
    return next < begin
        ? String.format(
            Locale.ROOT,
            "records of partition %s were deleted before they were read. It is read up to offset"
                + " %,d, and the earliest there is is %,d: %,d offsets are missing, marks of"
                + " transactions and what compaction removed among them.",
            partition,
            next,
            begin,
            missing())
        : String.format(
            Locale.ROOT,
            "partition %s is read up to offset %,d, but ends at %,d, and the earliest there is is"
                + " %,d: its topic was deleted and created anew, or the brokers have lost what they"
                + " had confirmed. How many records are missing nobody can tell.",
            partition,
            next,
            end,
            begin);
  }
}
