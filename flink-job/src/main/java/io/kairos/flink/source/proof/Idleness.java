package io.kairos.flink.source.proof;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.source.ReaderOutput;

/**
 * Says of a reader without any partition that it is idle, so that it does not hold time back for
 * ever. A reader with one never is, however long nothing is known of it.
 */
final class Idleness {
  /** By then partitions have been handed out at a start. */
  static final Duration AFTER = Duration.ofSeconds(10);

  private final LongSupplier nanos;
  private final long startedNanos;
  private boolean idle;

  /**
   * @param nanos a clock that only runs forward
   */
  Idleness(LongSupplier nanos) {
    this.nanos = nanos;
    this.startedNanos = nanos.getAsLong();
  }

  void tell(ReaderOutput<?> output, boolean hasPartitions) {
    boolean idleNow = !hasPartitions && nanos.getAsLong() - startedNanos >= AFTER.toNanos();
    if (idleNow && !idle) {
      output.markIdle();
    } else if (idle && !idleNow) {
      output.markActive();
    }
    idle = idleNow;
  }
}
