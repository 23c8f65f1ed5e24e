package io.kairos.bench.peer;

import io.kairos.bench.shop.ShopEvent;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Passes all on but the watermark by which a bounded source ends: it would fire every timer that is
 * still to come, and a job that runs on has no such moment.
 */
final class NoEndOfTime extends AbstractStreamOperator<ShopEvent>
    implements OneInputStreamOperator<ShopEvent, ShopEvent> {
  private static final long serialVersionUID = 1;

  @Override
  public void processElement(StreamRecord<ShopEvent> event) {
    output.collect(event);
  }

  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    if (!Watermark.MAX_WATERMARK.equals(watermark)) {
      super.processWatermark(watermark);
    }
  }
}
