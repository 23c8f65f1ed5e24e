package io.kairos.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Price;
import io.kairos.engine.event.Timing;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.segment.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run is about. */
class PerTest {
  private static final Item TEA = new Item("tea", "food.tea", "acme");

  @ParameterizedTest
  @CsvSource({"diamond, true", "platinum, true", "gold, false", "'', false", "cart-1, false"})
  void theLossOfATierConcernsThoseThatAreLost(String key, boolean concerned) {
    Occurrence lost = Occurrence.derived(EventName.TIER_LOWERED, 0, "gold");

    assertThat(Per.TIER.concerns(lost, key, Tier.of("gold"))).isEqualTo(concerned);
  }

  @ParameterizedTest
  @EnumSource
  void theEventsOfAKeyAreThoseThatHaveItWhereTheyTellAllTheyCan(Per per) {
    Set<EventName> having =
        Arrays.stream(EventName.values())
            .filter(name -> per.hasKey(telling(name), Tier.GOLD))
            .collect(Collectors.toSet());

    assertThat(per.events()).containsExactlyInAnyOrderElementsOf(having);
  }

  private static Occurrence telling(EventName name) {
    String label = name.label();
    if (label.startsWith("cart.")) {
      return of(name, "c1", null, cart(name));
    }
    if (label.startsWith("order.")) {
      return of(name, null, "o1", order(name));
    }
    if (label.startsWith("tier.") || label.startsWith("segment.")) {
      return Occurrence.derived(name, 0, "gold");
    }
    boolean click = Subjects.ITEM.contains(name);
    return of(name, null, null, click ? click(name) : null);
  }

  private static Occurrence of(EventName name, String cart, String order, Event event) {
    return new Occurrence(name, 0, cart, order, null, "e1", event);
  }

  private static Event click(EventName name) {
    String query = name == EventName.SEARCH ? "tea" : null;
    return new Click(
        header(Origin.CLICKSTREAM),
        name,
        TEA,
        Price.UNKNOWN,
        new Click.Content(null, null, query, 0));
  }

  private static Event cart(EventName name) {
    var change = new CartChange.CartItem(TEA, CartChange.CartItem.NOT_GIVEN, -1);
    return new CartChange(header(Origin.CART), name, "c1", change, Price.UNKNOWN);
  }

  private static Event order(EventName name) {
    var money =
        new OrderStatus.Money(
            1_00, OrderStatus.Saving.NONE, OrderStatus.Refund.NONE, AmountRange.NONE, null);
    List<OrderLine> lines = List.of(new OrderLine(TEA, 1, Price.UNKNOWN, 0));
    return new OrderStatus(
        header(Origin.ORDERS), name, "o1", OrderStatus.Dates.placedAt(0), lines, money);
  }

  private static Header header(Origin origin) {
    return new Header("u1", "e1", origin, Timing.of(0, 0, 0, 0), Map.of());
  }
}
