package io.kairos.local.trial;

import io.kairos.engine.event.Event;
import io.kairos.local.history.CustomerLog;
import java.util.List;

/**
 * All that is known of one customer.
 *
 * @param events in {@link Event#ORDER}; not empty
 * @param nowMillis how far the source goes, epoch milliseconds; no event is later
 */
record History(String customerId, List<Event> events, long nowMillis) {

  History {
    events = events.stream().sorted(Event.ORDER).toList();
  }

  static History of(CustomerLog log) {
    return new History(log.customerId(), log.events(), log.endMillis());
  }

  /** The events before an instant. */
  List<Event> before(long millis) {
    return events.stream().filter(event -> event.positionMillis() < millis).toList();
  }

  /** The events from an instant on. */
  List<Event> from(long millis) {
    return events.stream().filter(event -> event.positionMillis() >= millis).toList();
  }

  /** The instants at which there are events, rising. */
  long[] instants() {
    return events.stream().mapToLong(Event::positionMillis).distinct().toArray();
  }

  /** The events of one instant. */
  List<Event> at(long millis) {
    return events.stream().filter(event -> event.positionMillis() == millis).toList();
  }
}
