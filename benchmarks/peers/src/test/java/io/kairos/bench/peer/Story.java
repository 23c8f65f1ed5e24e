package io.kairos.bench.peer;

import io.kairos.bench.shop.Arguments;
import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.ShopEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Events as a job reads them: in order, time ends with the last. */
final class Story {
  private Story() {}

  static DataStream<ShopEvent> events(StreamExecutionEnvironment env, ShopEvent... events) {
    return env.fromData(events)
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<ShopEvent>forGenerator(context -> new EveryEvent())
                .withTimestampAssigner((event, recordTime) -> event.time))
        .transform("end of events", TypeInformation.of(ShopEvent.class), new EndOfEvents());
  }

  /** Moves time on for the customer whom the test is about. */
  static ShopEvent ofAnother(Duration after) {
    ShopEvent event = Timeline.event(after, EventType.VIEW);
    event.customerId = "c2";
    return event;
  }

  /** What a job is told. */
  static Arguments arguments(Path state) {
    return Arguments.of(
        "--bootstrap",
        "localhost:1",
        "--group",
        "g",
        "--clicks",
        "clicks",
        "--carts",
        "carts",
        "--orders",
        "orders",
        "--triggers",
        "triggers",
        "--slots",
        "1",
        "--backend",
        "rocksdb",
        "--checkpoint-millis",
        "1000",
        "--state",
        state.toString());
  }

  private static final class EveryEvent implements WatermarkGenerator<ShopEvent> {

    @Override
    public void onEvent(ShopEvent event, long time, WatermarkOutput output) {
      output.emitWatermark(new Watermark(time - 1));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }
}
