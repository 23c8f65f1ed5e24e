package io.kairos.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.CartChange.CartItem;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Price;
import io.kairos.engine.event.Timing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of a type that a later release brought. */
class UnknownEventTest {
  private static final long NOON = 1_800_000_000_000L;
  private static final Calendar CALENDAR = new Calendar(Shop.DEFAULT, Shop.DEFAULT.zone(), 0);
  private static final Header HEADER =
      new Header("u1", "e1", Origin.CART, Timing.of(NOON, NOON, 0, 2_000), Map.of());

  private final ProfileStage stage = new ProfileStage(Shop.DEFAULT, ProfilePolicy.DEFAULT);

  static Stream<Event> events() {
    var money =
        new OrderStatus.Money(
            100, OrderStatus.Saving.NONE, OrderStatus.Refund.NONE, AmountRange.NONE, null);
    return Stream.of(
        new Click(HEADER, EventName.UNKNOWN, Item.NONE, Price.UNKNOWN, Click.Content.NONE),
        cart(EventName.UNKNOWN, CartItem.NOT_GIVEN),
        new OrderStatus(
            HEADER,
            EventName.UNKNOWN,
            "o1",
            OrderStatus.Dates.placedAt(NOON),
            List.of(OrderLine.of("tea")),
            money),
        new CustomerChange(
            HEADER, EventName.UNKNOWN, CustomerChange.Details.NONE, List.of(), Map.of()));
  }

  @ParameterizedTest
  @MethodSource("events")
  void isCountedAsAnEventAndAsNoActivity(Event event) {
    ProfileStage.Result result = stage.apply(CustomerProfile.NEW, event, CALENDAR);
    assertThat(result.profile().counts().events()).isEqualTo(1);
    assertThat(result.activity()).isFalse();
    assertThat(result.occurred()).extracting(Occurrence::name).containsExactly(EventName.UNKNOWN);
  }

  @Test
  void leavesTheCartAsItIs() {
    CustomerProfile filled =
        stage.apply(CustomerProfile.NEW, cart(EventName.CART_ADDED, 3), CALENDAR).profile();
    CustomerProfile after =
        stage.apply(filled, cart(EventName.UNKNOWN, CartItem.NOT_GIVEN), CALENDAR).profile();
    assertThat(after.cart()).isEqualTo(filled.cart());
    assertThat(after.cart().count()).isEqualTo(3);
  }

  private static Event cart(EventName name, int units) {
    return new CartChange(
        HEADER, name, null, new CartItem(Item.of("tea"), units, CartItem.NOT_GIVEN), Price.UNKNOWN);
  }
}
