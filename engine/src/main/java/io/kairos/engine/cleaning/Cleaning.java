package io.kairos.engine.cleaning;

import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Timing;
import java.util.Optional;

/**
 * Refuses events that cannot be true. Needs no memory: repeats are found later, per customer.
 *
 * @param currency ISO 4217 code of the deployment
 * @param toleranceMillis how far an event's time may lie after its arrival, at least 0
 */
public record Cleaning(String currency, long toleranceMillis) {
  /** Largest amount, in minor units: ten million million of CNY. Sums of it do not overflow. */
  public static final long LARGEST_AMOUNT = 1_000_000_000_000_000L;

  /** The first thing wrong with the event, or nothing. */
  public Optional<Rejection> check(Event event) {
    if (missing(event.customerId())) {
      return reject(RejectionReason.ANONYMOUS, "no customerId");
    }
    return Ids.check(event)
        .or(() -> time(event))
        .or(() -> money(event))
        .or(() -> Quantities.check(event));
  }

  private Optional<Rejection> time(Event event) {
    long time = event.timeMillis();
    long arrival = event.header().timing().arrivalMillis();
    if (!Timing.isPossible(time) || arrival >= Timing.LATEST) {
      return reject(RejectionReason.IMPOSSIBLE_TIME, "time " + time + ", arrival " + arrival);
    }
    long ahead = time - arrival;
    if (ahead > toleranceMillis) {
      return reject(RejectionReason.FUTURE_TIME, ahead + " ms after its arrival");
    }
    return Optional.empty();
  }

  private Optional<Rejection> money(Event event) {
    AmountRange amounts = event.amounts();
    if (amounts.least() < 0) {
      return reject(RejectionReason.NEGATIVE_MONEY, "amount " + amounts.least());
    }
    if (amounts.most() > LARGEST_AMOUNT) {
      return reject(RejectionReason.IMPOSSIBLE_MONEY, "amount " + amounts.most());
    }
    if (event.currency() != null && !event.currency().equals(currency)) {
      return reject(
          RejectionReason.UNKNOWN_CURRENCY, event.currency() + " where " + currency + " is used");
    }
    return Optional.empty();
  }

  static boolean missing(String id) {
    return id == null || id.isEmpty();
  }

  static Optional<Rejection> reject(RejectionReason reason, String detail) {
    return Optional.of(new Rejection(reason, detail));
  }
}
