package io.kairos.flink.source;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * How far its own records move time in one partition: to the last arrival less the lateness bound
 * less 1 ms, so that no event is ever behind it. Where none comes, time goes on by {@link
 * io.kairos.flink.source.proof proof}.
 *
 * <p>Flink asks for one for the reader, too, and sends what that says past the partitions' common
 * watermark. It never sees an event and so says no time at all.
 */
public final class PartitionProgress implements WatermarkGenerator<Ingested> {
  private final long latenessMillis;
  private long arrivalMillis = Long.MIN_VALUE;

  public PartitionProgress(long latenessMillis) {
    this.latenessMillis = latenessMillis;
  }

  @Override
  public void onEvent(Ingested event, long timestamp, WatermarkOutput output) {
    arrivalMillis = Math.max(arrivalMillis, event.arrivalMillis());
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (arrivalMillis != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(arrivalMillis - latenessMillis - 1));
    }
  }
}
