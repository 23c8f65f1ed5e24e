package io.kairos.local.history;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.Timing;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a source holds of one customer.
 *
 * @param events in {@link Event#ORDER}, none later than the end
 * @param unusable records that cannot be events, by time; none later than the end but those of a
 *     time that cannot be
 * @param endMillis how far the source goes, epoch milliseconds
 * @param beginMillis before which the source has lost records, epoch milliseconds; {@link
 *     Long#MIN_VALUE} if it has lost none
 */
public record CustomerLog(
    String customerId,
    List<Event> events,
    List<Unusable> unusable,
    long endMillis,
    long beginMillis) {

  /**
   * A record that is no event.
   *
   * @param what the topic or the name of the event
   */
  public record Unusable(long atMillis, String what, String reason, String detail) {}

  public CustomerLog {
    events =
        events.stream()
            .filter(event -> event.positionMillis() <= endMillis)
            .sorted(Event.ORDER)
            .toList();
    unusable =
        unusable.stream()
            .filter(one -> one.atMillis() <= endMillis || !Timing.isPossible(one.atMillis()))
            .toList();
  }

  /** The same up to an instant, if that is earlier. */
  public CustomerLog until(long millis) {
    return millis >= endMillis
        ? this
        : new CustomerLog(customerId, events, unusable, millis, beginMillis);
  }

  /** The events of one position together: between them no time passes. */
  public List<List<Event>> instants() {
    List<List<Event>> instants = new ArrayList<>();
    for (Event event : events) {
      List<Event> last = instants.isEmpty() ? List.of() : instants.get(instants.size() - 1);
      if (!last.isEmpty() && last.get(0).positionMillis() == event.positionMillis()) {
        last.add(event);
      } else {
        instants.add(new ArrayList<>(List.of(event)));
      }
    }
    return instants;
  }

  /** Whether nothing is known of the customer. */
  public boolean isEmpty() {
    return events.isEmpty() && unusable.isEmpty();
  }
}
