package io.kairos.bench.peer;

import static io.kairos.bench.peer.Timeline.alert;
import static io.kairos.bench.peer.Timeline.cart;
import static io.kairos.bench.peer.Timeline.event;
import static io.kairos.bench.peer.Timeline.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.Alert.Rule;
import io.kairos.bench.shop.Arguments;
import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.ShopEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextbookJobTest {

  @Test
  void saysAllThreeAndNothingThatIsNotDueYet(@TempDir Path state) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(arguments(state)));

    List<Alert> alerts = TextbookJob.alerts(events(env)).executeAndCollect(9);

    assertThat(alerts)
        .containsExactlyInAnyOrder(
            alert(Rule.CART_ABANDONED, Duration.ofMinutes(61), 500),
            alert(Rule.DORMANT, Duration.ofHours(74), 0),
            alert(Rule.VIP, Duration.ofHours(2), 300_000));
  }

  @Test
  void readsThreeTopicsIntoOneSink(@TempDir Path state) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(arguments(state)));

    TextbookJob.build(env, arguments(state));

    assertThat(env.getStreamGraph().getSourceIDs()).hasSize(3);
  }

  private static DataStream<ShopEvent> events(StreamExecutionEnvironment env) {
    return env.fromData(
            event(Duration.ZERO, EventType.VIEW),
            cart(Duration.ofMinutes(1), "shoes", 1, 500),
            ofAnother(Duration.ofMinutes(90)),
            paid(Duration.ofHours(2), 300_000),
            ofAnother(Duration.ofHours(40)),
            ofAnother(Duration.ofHours(80)))
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<ShopEvent>forGenerator(context -> new EveryEvent())
                .withTimestampAssigner((event, recordTime) -> event.time))
        .transform("end of events", TypeInformation.of(ShopEvent.class), new EndOfEvents());
  }

  /** Moves time on for the customer whom the test is about. */
  private static ShopEvent ofAnother(Duration after) {
    ShopEvent event = event(after, EventType.VIEW);
    event.customerId = "c2";
    return event;
  }

  private static Arguments arguments(Path state) {
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
