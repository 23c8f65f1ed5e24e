package io.kairos.engine.event;

import java.util.Comparator;

/** Something that happened to one customer. */
public sealed interface Event permits Click, CartChange, OrderStatus, CustomerChange {

  /**
   * The one total order of a customer's events: position, time, origin, sequence, event id. The
   * time tells late events apart that the log took at once, after an outage say.
   */
  Comparator<Event> ORDER =
      Comparator.comparingLong(Event::positionMillis)
          .thenComparingLong(Event::timeMillis)
          .thenComparing(e -> e.header().origin())
          .thenComparingLong(e -> e.header().timing().sequence())
          .thenComparing(Event::eventId);

  Header header();

  EventName name();

  /** ISO 4217 code of the event's amounts; null for the shop's own, or where there are none. */
  String currency();

  /** The amounts that the event carries. */
  AmountRange amounts();

  default String customerId() {
    return header().customerId();
  }

  default String eventId() {
    return header().eventId();
  }

  default long timeMillis() {
    return header().timing().timeMillis();
  }

  default long positionMillis() {
    return header().timing().positionMillis();
  }

  default boolean late() {
    return header().timing().late();
  }
}
