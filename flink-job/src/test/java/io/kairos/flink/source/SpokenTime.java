package io.kairos.flink.source;

import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.source.TimestampsAndWatermarks.WatermarkUpdateListener;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.io.PushingAsyncDataInput.DataOutput;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/** What a reader says of time to the operators behind it. */
public final class SpokenTime implements DataOutput<Ingested>, WatermarkUpdateListener {
  private long watermark = Long.MIN_VALUE;
  private boolean idle;

  public long watermark() {
    return watermark;
  }

  public boolean idle() {
    return idle;
  }

  @Override
  public void emitWatermark(Watermark mark) {
    watermark = mark.getTimestamp();
  }

  @Override
  public void emitWatermarkStatus(WatermarkStatus status) {
    idle = status.isIdle();
  }

  @Override
  public void emitRecord(StreamRecord<Ingested> record) {}

  @Override
  public void emitLatencyMarker(LatencyMarker marker) {}

  @Override
  public void emitRecordAttributes(RecordAttributes attributes) {}

  @Override
  public void emitWatermark(WatermarkEvent event) {}

  @Override
  public void updateIdle(boolean isIdle) {}

  @Override
  public void updateCurrentEffectiveWatermark(long millis) {}

  @Override
  public void updateCurrentSplitWatermark(String split, long millis) {}

  @Override
  public void updateCurrentSplitIdle(String split, boolean isIdle) {}

  @Override
  public void splitFinished(String split) {}
}
