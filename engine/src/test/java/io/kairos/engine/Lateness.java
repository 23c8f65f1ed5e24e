package io.kairos.engine;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.Timing;

/** The same event, taken by the log at another time. */
final class Lateness {
  private Lateness() {}

  static Event arriving(Event event, long arrivalMillis) {
    Header old = event.header();
    Timing timing =
        Timing.of(
            event.timeMillis(), arrivalMillis, old.timing().sequence(), Story.LATENESS_MILLIS);
    Header header =
        new Header(old.customerId(), old.eventId(), old.origin(), timing, old.attributes());
    if (event instanceof Click e) {
      return new Click(header, e.name(), e.item(), e.price(), e.content(), e.visit());
    }
    if (event instanceof CartChange e) {
      return new CartChange(header, e.name(), e.cartId(), e.item(), e.price());
    }
    if (event instanceof OrderStatus e) {
      return new OrderStatus(header, e.name(), e.orderId(), e.dates(), e.lines(), e.money());
    }
    CustomerChange e = (CustomerChange) event;
    return new CustomerChange(header, e.name(), e.details(), e.consents(), e.reachable());
  }
}
