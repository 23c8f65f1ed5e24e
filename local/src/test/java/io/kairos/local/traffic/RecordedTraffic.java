package io.kairos.local.traffic;

import io.kairos.local.InputEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The events of a demo up to six hours after its live start. */
final class RecordedTraffic {
  static final Instant LIVE_START = Shop.morningBefore(Instant.parse("2026-10-24T06:00:00Z"));
  static final long LIVE = LIVE_START.toEpochMilli();
  static final List<InputEvent> EVENTS = record(Duration.ofHours(6));

  private RecordedTraffic() {}

  /** Event time after the live start. */
  static long live(Duration after) {
    return LIVE + after.toMillis();
  }

  static Map<String, List<InputEvent>> byCustomer() {
    Map<String, List<InputEvent>> byCustomer = new LinkedHashMap<>();
    EVENTS.forEach(
        event ->
            byCustomer.computeIfAbsent(event.customerId(), id -> new ArrayList<>()).add(event));
    return byCustomer;
  }

  static List<OrderEvent> orders(List<InputEvent> events, Predicate<OrderType> type) {
    return events.stream()
        .filter(event -> event.record() instanceof OrderEvent order && type.test(order.getType()))
        .map(event -> (OrderEvent) event.record())
        .toList();
  }

  /** What the customer did: everything but the registration and what the shop does to an order. */
  static boolean isActivity(InputEvent event) {
    return event.record() instanceof OrderEvent order
        ? order.getType() == OrderType.PLACED
        : !(event.record() instanceof CustomerEvent);
  }

  private static List<InputEvent> record(Duration live) {
    Traffic traffic = new Traffic(TrafficPlan.demo(7, LIVE_START));
    List<InputEvent> events = new ArrayList<>();
    long end = live(live);
    for (InputEvent event = traffic.next(); event.timeMillis() < end; event = traffic.next()) {
      events.add(event);
    }
    return events;
  }
}
