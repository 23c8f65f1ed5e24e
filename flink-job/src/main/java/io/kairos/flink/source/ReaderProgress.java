package io.kairos.flink.source;

import io.kairos.flink.config.TimeConfig;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Says of a reader only whether it has partitions at all: one without any is idle, so that it does
 * not hold time back for ever. It waits twice as long as a partition may be silent; by then each of
 * its partitions, if it has one, has spoken, and Flink no longer heeds it.
 */
final class ReaderProgress implements WatermarkGenerator<Ingested> {
  private final long idleAfterNanos;
  private final LongSupplier activityNanos;
  private final long startedNanos;

  ReaderProgress(TimeConfig.Quiet quiet, LongSupplier activityNanos) {
    this.idleAfterNanos = 2 * quiet.afterMillis() * 1_000_000;
    this.activityNanos = activityNanos;
    this.startedNanos = activityNanos.getAsLong();
  }

  @Override
  public void onEvent(Ingested event, long timestamp, WatermarkOutput output) {
    throw new IllegalStateException("All events come from a partition");
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    boolean waited = activityNanos.getAsLong() - startedNanos >= idleAfterNanos;
    if (idleAfterNanos > 0 && waited) {
      output.markIdle();
    }
  }
}
