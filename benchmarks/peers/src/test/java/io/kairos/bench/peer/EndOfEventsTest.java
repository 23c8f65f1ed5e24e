package io.kairos.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.ShopEvent;
import java.time.Duration;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class EndOfEventsTest {

  @Test
  void endsTimeWithTheLastEvent() throws Exception {
    ShopEvent event = Timeline.event(Duration.ofHours(1), EventType.VIEW);
    OneInputStreamOperatorTestHarness<ShopEvent, ShopEvent> harness =
        new OneInputStreamOperatorTestHarness<>(new EndOfEvents());
    harness.open();
    harness.processElement(event, event.time);
    harness.processWatermark(event.time - 2000);
    harness.processWatermark(Watermark.MAX_WATERMARK);
    harness.close();

    assertThat(harness.getOutput())
        .endsWith(new Watermark(event.time - 2000), new Watermark(event.time));
  }
}
