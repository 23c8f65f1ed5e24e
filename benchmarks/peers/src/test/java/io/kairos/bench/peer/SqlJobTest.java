package io.kairos.bench.peer;

import static io.kairos.bench.peer.Story.ofAnother;
import static io.kairos.bench.peer.Timeline.CUSTOMER;
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
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlJobTest {
  @TempDir private Path state;

  @Test
  void alertsOfACartAnHourAfterItsLastChange() throws Exception {
    assertThat(
            alerts(
                cart(minutes(0), "shoes", 2, 500),
                cart(minutes(30), "hat", 3, 70),
                cart(minutes(40), "hat", 1, 70),
                ofAnother(minutes(100))))
        .containsExactly(alert(Rule.CART_ABANDONED, minutes(100), 1070));
  }

  @Test
  void isSilentAboutACartThatIsNotLeft() throws Exception {
    assertThat(
            alerts(
                cart(minutes(0), "shoes", 1, 500),
                event(minutes(59), EventType.ORDER_PLACED),
                cart(minutes(200), "shoes", 1, 500),
                event(minutes(210), EventType.CART_EMPTIED),
                cart(minutes(300), "shoes", 1, 500),
                cart(minutes(310), "shoes", 0, 500),
                cart(minutes(500), "shoes", 1, 500),
                ofAnother(minutes(559))))
        .isEmpty();
  }

  @Test
  void alertsOncePerCart() throws Exception {
    ShopEvent other = cart(minutes(400), "coat", 1, 900);
    other.cartId = "k2";

    assertThat(
            alerts(
                cart(minutes(0), "shoes", 1, 500),
                cart(minutes(100), "hat", 1, 70),
                event(minutes(200), EventType.ORDER_PAID),
                cart(minutes(210), "hat", 1, 70),
                other,
                ofAnother(minutes(900))))
        .containsExactlyInAnyOrder(
            alert(Rule.CART_ABANDONED, minutes(60), 500),
            alert(Rule.CART_ABANDONED, minutes(270), 70),
            alert(Rule.CART_ABANDONED, minutes(460), 900));
  }

  @Test
  void alertsOncePerSilenceOfThreeDays() throws Exception {
    assertThat(
            alerts(
                event(hours(0), EventType.VIEW),
                event(hours(50), EventType.VIEW),
                event(hours(60), EventType.ORDER_PROGRESSED),
                ofAnother(hours(100)),
                event(hours(150), EventType.SEARCH),
                ofAnother(hours(160)),
                ofAnother(hours(221))))
        .containsExactly(alert(Rule.DORMANT, hours(122), 0));
  }

  @Test
  void alertsOnceTheLimitIsReachedAndAgainAfterHavingFallenBelow() throws Exception {
    assertThat(
            alerts(
                "vip_alerts",
                paid(days(0), 199_999),
                paid(days(2), 1),
                paid(days(3), 50_000),
                paid(days(31), 150_000)))
        .containsExactly(alert(Rule.VIP, days(2), 200_000), alert(Rule.VIP, days(31), 200_001));
  }

  @Test
  void readsThreeTopics() throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.of(Story.arguments(state)));

    SqlJob.build(env, Story.arguments(state));

    assertThat(env.getStreamGraph().getSourceIDs()).hasSize(3);
  }

  private List<Alert> alerts(ShopEvent... events) throws Exception {
    return alerts("alerts", events);
  }

  private List<Alert> alerts(String view, ShopEvent... events) throws Exception {
    return new View(view, state)
        .after(events).stream()
            .map(
                row ->
                    new Alert(
                        row.getFieldAs(0),
                        Rule.valueOf(row.getFieldAs(1)),
                        row.getFieldAs(2),
                        row.getFieldAs(3)))
            .filter(alert -> alert.customerId().equals(CUSTOMER))
            .toList();
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }

  private static Duration days(long days) {
    return Duration.ofDays(days);
  }
}
