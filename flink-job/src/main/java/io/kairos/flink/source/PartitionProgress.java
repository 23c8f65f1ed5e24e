package io.kairos.flink.source;

import io.kairos.flink.config.TimeConfig;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * How far time has come in one partition: the last arrival less the lateness bound less 1 ms, so
 * that no event is ever behind it.
 *
 * <p>A partition that has said nothing for a while counts as read to its end: time goes on there
 * with the clock, less the skew and the bound. Silence is measured on a clock that stands still
 * while the partition is held back by alignment or by the operators behind it. A broker that is
 * away for longer than that is taken for silence, too; a proof of the end would not be fooled.
 */
public final class PartitionProgress implements WatermarkGenerator<Ingested> {
  private final TimeConfig time;
  private final LongSupplier activityNanos;
  private long arrivalMillis = Long.MIN_VALUE;
  private long lastActiveNanos;
  private boolean active;

  /**
   * @param activityNanos a clock in nanoseconds that stands still while the partition is paused
   */
  public PartitionProgress(TimeConfig time, LongSupplier activityNanos) {
    this.time = time;
    this.activityNanos = activityNanos;
    this.lastActiveNanos = activityNanos.getAsLong();
  }

  @Override
  public void onEvent(Ingested event, long timestamp, WatermarkOutput output) {
    arrivalMillis = Math.max(arrivalMillis, event.arrivalMillis());
    active = true;
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (active) {
      active = false;
      lastActiveNanos = activityNanos.getAsLong();
    }
    long reached = Math.max(arrivalMillis, quiet() ? atTheEnd() : Long.MIN_VALUE);
    if (reached != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(reached - time.latenessMillis() - 1));
    }
  }

  private boolean quiet() {
    long after = time.quiet().afterMillis();
    long silentNanos = activityNanos.getAsLong() - lastActiveNanos;
    return after > 0 && silentNanos >= after * 1_000_000;
  }

  private long atTheEnd() {
    return time.quiet().clock().millis() - time.quiet().skewMillis();
  }
}
