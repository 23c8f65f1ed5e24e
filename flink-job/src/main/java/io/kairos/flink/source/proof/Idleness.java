package io.kairos.flink.source.proof;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
  private final Duration after;
  private boolean idle;

  /**
   * @param nanos a clock that only runs forward
   * @param after how long it is waited for partitions
   */
  Idleness(LongSupplier nanos, Duration after) {
    this.nanos = nanos;
    this.startedNanos = nanos.getAsLong();
    this.after = after;
  }

  /** Has something run once it is to be told whether there are partitions. */
  void whenOver(Runnable tell) {
    CompletableFuture.delayedExecutor(after.toNanos(), TimeUnit.NANOSECONDS).execute(tell);
  }

  void tell(ReaderOutput<?> output, boolean hasPartitions) {
    boolean idleNow = !hasPartitions && nanos.getAsLong() - startedNanos >= after.toNanos();
    if (idleNow && !idle) {
      output.markIdle();
    } else if (idle && !idleNow) {
      output.markActive();
    }
    idle = idleNow;
  }
}
