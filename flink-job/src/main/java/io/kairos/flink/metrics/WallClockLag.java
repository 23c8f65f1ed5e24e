package io.kairos.flink.metrics;

import io.kairos.flink.config.WallClock;
import org.apache.flink.metrics.Gauge;

/**
 * How far the watermark is behind the job's clock, in milliseconds, at least 0. Until the first
 * watermark it grows from the start of the subtask, since watermarks are not in checkpoints.
 */
public final class WallClockLag implements Gauge<Long> {
  private final WallClock clock;
  private volatile long reachedMillis;

  public WallClockLag(WallClock clock) {
    this.clock = clock;
    this.reachedMillis = clock.millis();
  }

  /** The watermark has come so far, epoch milliseconds. */
  public void reached(long watermarkMillis) {
    reachedMillis = watermarkMillis;
  }

  @Override
  public Long getValue() {
    return Math.max(0, clock.millis() - reachedMillis);
  }
}
