package io.kairos.bench.input;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kairos.local.InputEvent;
import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputSpecTest {
  private static final long EVENTS = 100_000;

  private static InputSpec spec(Form form, long seed) {
    return new InputSpec(form, EVENTS, 20_000, seed);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void makesTheSameEventsFromTheSameNumbers(Form form) {
    List<InputEvent> first = spec(form, 7).stream().limit(5000).toList();

    assertThat(spec(form, 7).stream().limit(5000)).isEqualTo(first);
    assertThat(spec(form, 8).stream().limit(5000)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void hasNinetyClicksToSevenOfTheCartAndThreeOfOrders(Form form) {
    Map<Topics, Long> counts =
        spec(form, 1).stream()
            .collect(Collectors.groupingBy(InputEvent::topic, Collectors.counting()));

    assertThat(counts.get(Topics.CLICKSTREAM) / (double) EVENTS).isCloseTo(0.90, within(0.01));
    assertThat(counts.get(Topics.CART) / (double) EVENTS).isCloseTo(0.07, within(0.005));
    assertThat(counts.get(Topics.ORDERS) / (double) EVENTS).isCloseTo(0.03, within(0.003));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void comesInOrderOfTimeOverSevenDays(Form form) {
    List<Long> times = spec(form, 1).stream().map(InputEvent::timeMillis).toList();

    assertThat(times).isSorted();
    assertThat(times.get(0)).isEqualTo(InputSpec.START_MILLIS);
    assertThat(times.get(times.size() - 1) - InputSpec.START_MILLIS)
        .isCloseTo(InputSpec.SPAN_MILLIS, within(InputSpec.SPAN_MILLIS / 50));
  }

  @Test
  void comesInBurstsOfAboutEightInSessions() {
    Map<String, List<InputEvent>> sessions = bySession(Form.SESSIONS);
    double mean = sessions.values().stream().mapToInt(List::size).average().orElse(0);

    assertThat(mean).isCloseTo(SessionPlan.MEAN_EVENTS - 0.8, within(0.3));
  }

  /** Clicks only: of carts and orders the session is not known. */
  private static Map<String, List<InputEvent>> bySession(Form form) {
    return spec(form, 1).stream()
        .filter(event -> event.topic() == Topics.CLICKSTREAM)
        .collect(
            Collectors.groupingBy(event -> ((ClickstreamEvent) event.record()).getSessionId()));
  }

  @Test
  void givesEveryEventAnIdOfItsOwn() {
    assertThat(spec(Form.SESSIONS, 1).stream().map(InputSpecTest::id)).doesNotHaveDuplicates();
  }

  private static String id(InputEvent event) {
    return (String) event.record().get("eventId");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void paysAnOrderAsItWasPlaced(Form form) {
    Map<String, OrderEvent> placed = new HashMap<>();
    spec(form, 1).stream()
        .filter(event -> event.topic() == Topics.ORDERS)
        .map(event -> (OrderEvent) event.record())
        .forEach(
            order -> {
              OrderEvent before = placed.put(order.getOrderId(), order);
              if (order.getType() == OrderType.PAID) {
                assertThat(before.getType()).isEqualTo(OrderType.PLACED);
                assertThat(order.getTotal()).isEqualTo(before.getTotal()).isPositive();
                assertThat(order.getLines()).isEqualTo(before.getLines());
                assertThat(order.getPlacedAt()).isEqualTo(before.getTime());
              } else {
                assertThat(before).isNull();
              }
            });
    assertThat(placed).isNotEmpty();
  }

  @Test
  void ordersWhatWasPutIntoTheCartOfTheSession() {
    Map<String, Long> valueOfCarts =
        spec(Form.SESSIONS, 1).stream()
            .filter(event -> event.topic() == Topics.CART)
            .map(event -> (CartEvent) event.record())
            .collect(
                Collectors.groupingBy(
                    cart -> cart.getCartId().substring(2),
                    Collectors.summingLong(cart -> cart.getQuantity() * cart.getPrice())));
    assertThat(
            spec(Form.SESSIONS, 1).stream()
                .filter(event -> event.topic() == Topics.ORDERS)
                .map(event -> (OrderEvent) event.record()))
        .isNotEmpty()
        .allSatisfy(
            order ->
                assertThat(order.getTotal())
                    .isEqualTo(valueOfCarts.get(order.getOrderId().substring(2))));
  }

  @Test
  void drawsTheFirstCustomerMoreOftenThanTheRest() {
    Map<String, Long> byCustomer =
        spec(Form.INDEPENDENT, 1).stream()
            .collect(Collectors.groupingBy(InputEvent::customerId, Collectors.counting()));
    double first = byCustomer.get("u100000000");

    assertThat(first / byCustomer.get("u100000001")).isCloseTo(Math.pow(2, 0.9), within(0.25));
    assertThat(first / byCustomer.get("u100000009")).isCloseTo(Math.pow(10, 0.9), within(2.0));
  }

  @Test
  void hasEachKnownCustomerLookOnceBeforeAllElse() {
    InputSpec spec = new InputSpec(Form.SESSIONS, 1_000, 300, 1, true);
    List<InputEvent> all = spec.stream().toList();
    List<InputEvent> before = all.subList(0, 300);

    assertThat(all).hasSize(1_300).isSortedAccordingTo(comparingLong(InputEvent::timeMillis));
    assertThat(all.stream().map(InputSpecTest::id)).doesNotHaveDuplicates();
    assertThat(before.stream().map(InputEvent::customerId)).doesNotHaveDuplicates();
    assertThat(before.get(299).timeMillis())
        .isLessThan(InputSpec.START_MILLIS - Duration.ofDays(3).toMillis());
    assertThat(all.get(300).timeMillis()).isEqualTo(InputSpec.START_MILLIS);
    assertThat(spec.customersSeen()).isEqualTo(300);
  }

  @Test
  void countsTheCustomersWhoHaveAnEvent() {
    InputSpec spec = new InputSpec(Form.INDEPENDENT, 300, 1_000, 1);
    long seen = spec.stream().map(InputEvent::customerId).distinct().count();

    assertThat(spec.customersSeen()).isBetween(50, 300).isEqualTo((int) seen);
  }
}
