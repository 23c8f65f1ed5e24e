package io.kairos.local.rules;

import io.kairos.engine.rule.Status;
import java.time.Duration;
import java.time.Instant;

/**
 * A version and when the topic took it.
 *
 * @param revision the version
 * @param appended append time of its record; {@link Instant#MIN} for what the base file holds
 * @param activationDelay how long after that it takes effect at the earliest, in event time
 */
public record Published(Revision revision, Instant appended, Duration activationDelay) {
  /** What the base file holds: always, or for the period that it says. */
  static Published ofBase(Revision revision) {
    return new Published(revision, Instant.MIN, Duration.ZERO);
  }

  /** The same in another state. */
  Published as(Status other) {
    return new Published(revision.as(other), appended, activationDelay);
  }

  /** The same with another body. */
  Published saying(String body) {
    return new Published(revision.saying(body), appended, activationDelay);
  }

  boolean isOfBase() {
    return appended.equals(Instant.MIN);
  }

  /** First instant, in event time, at which it holds; {@link Instant#MIN} for always. */
  public Instant effectiveAt() {
    Instant earliest = isOfBase() ? Instant.MIN : appended.plus(activationDelay);
    return revision.terms().period().from().filter(from -> from.isAfter(earliest)).orElse(earliest);
  }

  /** Whether it has begun to hold. */
  boolean hasBegun(Instant at) {
    return !effectiveAt().isAfter(at);
  }

  /** Whether its own date lets it begin after an instant only. */
  boolean isPlannedAfter(Instant at) {
    return revision.terms().period().from().filter(from -> from.isAfter(at)).isPresent();
  }

  /** Whether it no longer holds. */
  boolean isOver(Instant at) {
    return revision.terms().period().to().filter(to -> !to.isAfter(at)).isPresent();
  }
}
