package io.kairos.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.InputEvent;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Follows every customer's cart with a ledger of its own. */
class TrafficCartsTest {
  /** Units and price by item, as the cart events alone tell. */
  private static final class Ledger {
    private final Map<String, Integer> units = new HashMap<>();
    private final Map<String, Long> prices = new HashMap<>();

    void apply(CartEvent event) {
      if (event.getType() == CartType.EMPTIED) {
        units.clear();
      } else {
        assertThat(event.getQuantity() - event.getDelta())
            .as("units before %s", event)
            .isEqualTo(units.getOrDefault(event.getItem(), 0));
        units.put(event.getItem(), event.getQuantity());
        units.values().removeIf(quantity -> quantity == 0);
        prices.put(event.getItem(), event.getPrice());
      }
      assertThat(event.getCartCount()).isEqualTo(count());
      assertThat(event.getCartTotal()).isEqualTo(total());
    }

    void order(OrderEvent order) {
      assertThat(
              order.getLines().stream()
                  .collect(Collectors.toMap(OrderLine::getItem, OrderLine::getQuantity)))
          .isEqualTo(units);
      assertThat(order.getTotal() + order.getDiscount()).isEqualTo(total());
      units.clear();
    }

    private int count() {
      return units.values().stream().mapToInt(Integer::intValue).sum();
    }

    private long total() {
      return units.entrySet().stream()
          .mapToLong(line -> line.getValue() * prices.get(line.getKey()))
          .sum();
    }
  }

  @Test
  void addsUpAndOrdersWhatIsInTheCart() {
    RecordedTraffic.byCustomer().values().forEach(TrafficCartsTest::follow);
  }

  private static void follow(List<InputEvent> events) {
    Ledger ledger = new Ledger();
    for (InputEvent event : events) {
      if (event.record() instanceof CartEvent cart) {
        ledger.apply(cart);
      } else if (event.record() instanceof OrderEvent order
          && order.getType() == OrderType.PLACED) {
        ledger.order(order);
      }
    }
  }

  @Test
  void takesEveryKindOfCartEvent() {
    assertThat(RecordedTraffic.EVENTS)
        .filteredOn(event -> event.record() instanceof CartEvent)
        .extracting(event -> ((CartEvent) event.record()).getType())
        .contains(CartType.ADDED, CartType.QUANTITY_CHANGED, CartType.REMOVED, CartType.EMPTIED);
  }

  @Test
  void placesEachOrderOnceAndFirst() {
    Set<String> placed = new HashSet<>();
    for (OrderEvent order : RecordedTraffic.orders(RecordedTraffic.EVENTS, type -> true)) {
      assertThat(placed.add(order.getOrderId())).isEqualTo(order.getType() == OrderType.PLACED);
      assertThat(order.getPlacedAt()).isLessThanOrEqualTo(order.getTime());
    }
  }
}
