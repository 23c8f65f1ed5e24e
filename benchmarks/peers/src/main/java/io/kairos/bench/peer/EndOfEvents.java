package io.kairos.bench.peer;

import io.kairos.bench.shop.ShopEvent;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Lets time end with the last event, where a bounded source ends it for ever: that would fire every
 * timer that is still to come, and a job that runs on has no such moment.
 */
final class EndOfEvents extends AbstractStreamOperator<ShopEvent>
    implements OneInputStreamOperator<ShopEvent, ShopEvent> {
  private static final long serialVersionUID = 1;

  private long lastTime = Long.MIN_VALUE;

  @Override
  public void processElement(StreamRecord<ShopEvent> event) {
    lastTime = Math.max(lastTime, event.getTimestamp());
    output.collect(event);
  }

  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    boolean end = Watermark.MAX_WATERMARK.equals(watermark);
    super.processWatermark(end ? new Watermark(lastTime) : watermark);
  }
}
