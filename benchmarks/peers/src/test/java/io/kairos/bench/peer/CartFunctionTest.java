package io.kairos.bench.peer;

import static io.kairos.bench.peer.Timeline.alert;
import static io.kairos.bench.peer.Timeline.cart;
import static io.kairos.bench.peer.Timeline.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.Alert.Rule;
import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.ShopEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CartFunctionTest {
  private static final Duration DAY = Duration.ofDays(1);

  private Timeline timeline;

  @BeforeEach
  void begin() throws Exception {
    timeline = new Timeline(new CartFunction());
  }

  @AfterEach
  void end() throws Exception {
    timeline.close();
  }

  @Test
  void alertsAnHourAfterTheLastChange() throws Exception {
    timeline.tell(cart(minutes(0), "shoes", 2, 500), cart(minutes(30), "hat", 1, 70));

    assertThat(timeline.until(minutes(89))).isEmpty();
    assertThat(timeline.until(minutes(90))).containsExactly(left(minutes(90), 1070));
  }

  @Test
  void isSilentAfterAnOrder() throws Exception {
    timeline.tell(cart(minutes(0), "shoes", 1, 500), event(minutes(59), EventType.ORDER_PLACED));

    assertThat(timeline.until(DAY)).isEmpty();
  }

  @Test
  void isSilentAboutAnEmptyCart() throws Exception {
    timeline.tell(cart(minutes(0), "shoes", 1, 500), cart(minutes(5), "shoes", 0, 500));
    timeline.tell(cart(minutes(10), "hat", 1, 70), event(minutes(15), EventType.CART_EMPTIED));

    assertThat(timeline.until(DAY)).isEmpty();
  }

  @Test
  void alertsOncePerCart() throws Exception {
    timeline.tell(cart(minutes(0), "shoes", 1, 500), cart(minutes(100), "hat", 1, 70));

    assertThat(timeline.until(DAY)).containsExactly(left(minutes(60), 500));
  }

  @Test
  void alertsOfTheNextCart() throws Exception {
    timeline.tell(cart(minutes(0), "shoes", 1, 500), cart(minutes(70), "shoes", 0, 500));
    timeline.tell(cart(minutes(80), "hat", 1, 70));

    assertThat(timeline.until(DAY)).containsExactly(left(minutes(60), 500), left(minutes(140), 70));
  }

  @Test
  void alertsOfAnotherCartInItsPlace() throws Exception {
    ShopEvent other = cart(minutes(80), "hat", 1, 70);
    other.cartId = "k2";
    timeline.tell(cart(minutes(0), "shoes", 1, 500), other);

    assertThat(timeline.until(DAY)).containsExactly(left(minutes(60), 500), left(minutes(140), 70));
  }

  @Test
  void takesEventsInTheirOrderThoughTopicsAreReadAtDifferentSpeeds() throws Exception {
    timeline.tellAhead(cart(minutes(0), "shoes", 1, 500), cart(minutes(90), "hat", 1, 70));
    timeline.tellAhead(event(minutes(5), EventType.ORDER_PAID));

    assertThat(timeline.until(DAY)).containsExactly(left(minutes(150), 70));
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Alert left(Duration after, long cents) {
    return alert(Rule.CART_ABANDONED, after, cents);
  }
}
