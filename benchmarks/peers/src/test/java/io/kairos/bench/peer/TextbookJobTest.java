package io.kairos.bench.peer;

import static io.kairos.bench.peer.Story.arguments;
import static io.kairos.bench.peer.Story.ofAnother;
import static io.kairos.bench.peer.Timeline.alert;
import static io.kairos.bench.peer.Timeline.cart;
import static io.kairos.bench.peer.Timeline.event;
import static io.kairos.bench.peer.Timeline.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.Alert.Rule;
import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.ShopEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextbookJobTest {

  @Test
  void saysAllThreeAndNothingThatIsNotDueYet(@TempDir Path state) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(arguments(state)));
    DataStream<ShopEvent> events =
        Story.events(
            env,
            event(Duration.ZERO, EventType.VIEW),
            cart(Duration.ofMinutes(1), "shoes", 1, 500),
            ofAnother(Duration.ofMinutes(90)),
            paid(Duration.ofHours(2), 300_000),
            ofAnother(Duration.ofHours(40)),
            ofAnother(Duration.ofHours(80)));

    List<Alert> alerts = TextbookJob.alerts(topics(events)).executeAndCollect(9);

    assertThat(alerts)
        .containsExactlyInAnyOrder(
            alert(Rule.CART_ABANDONED, Duration.ofMinutes(61), 500),
            alert(Rule.DORMANT, Duration.ofHours(74), 0),
            alert(Rule.VIP, Duration.ofHours(2), 300_000));
  }

  private static ShopTopics topics(DataStream<ShopEvent> events) {
    return new ShopTopics(
        events.filter(event -> !event.type.concernsCart()),
        events.filter(event -> event.type.concernsCart() && !event.type.isPurchase()),
        events.filter(event -> event.type.isPurchase()));
  }

  @Test
  void readsThreeTopicsIntoOneSink(@TempDir Path state) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(arguments(state)));

    TextbookJob.build(env, arguments(state));

    assertThat(env.getStreamGraph().getSourceIDs()).hasSize(3);
  }
}
