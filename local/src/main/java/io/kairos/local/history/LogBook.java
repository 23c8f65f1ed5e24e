package io.kairos.local.history;

import io.kairos.engine.cleaning.Cleaning;
import io.kairos.engine.cleaning.Rejection;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Timing;
import io.kairos.local.history.CustomerLog.Unusable;
import java.util.ArrayList;
import java.util.List;

/** Gathers the records of one customer, cleaned as the job cleans them. */
public final class LogBook {
  private final String customerId;
  private final Cleaning cleaning;
  private final List<Event> events = new ArrayList<>();
  private final List<Unusable> unusable = new ArrayList<>();
  private long endMillis = Long.MIN_VALUE;
  private long beginMillis = Long.MIN_VALUE;

  /**
   * @param currency ISO 4217 code of the shop
   */
  public LogBook(String customerId, String currency, Timeliness timeliness) {
    this.customerId = customerId;
    this.cleaning = new Cleaning(currency, timeliness.futureTolerance().toMillis());
  }

  /** The source goes as far as this; an impossible time is of a record that cleaning refuses. */
  public void reaches(long millis) {
    if (Timing.isPossible(millis)) {
      endMillis = Math.max(endMillis, millis);
    }
  }

  /** The source has lost what was before. */
  void lostBefore(long millis) {
    beginMillis = Math.max(beginMillis, millis);
  }

  /** An event, of any customer. */
  public void add(Event event) {
    if (customerId.equals(event.customerId())) {
      cleaning
          .check(event)
          .ifPresentOrElse(rejection -> reject(event, rejection), () -> events.add(event));
    }
  }

  void addUnreadable(long arrivalMillis, String topic, String detail) {
    unusable.add(new Unusable(arrivalMillis, topic, RejectionReason.UNREADABLE.name(), detail));
  }

  private void reject(Event event, Rejection rejection) {
    unusable.add(
        new Unusable(
            event.header().timing().arrivalMillis(),
            event.name().label(),
            rejection.reason().name(),
            rejection.detail()));
  }

  /** What is gathered. */
  public CustomerLog log() {
    return new CustomerLog(customerId, events, unusable, endMillis, beginMillis);
  }
}
