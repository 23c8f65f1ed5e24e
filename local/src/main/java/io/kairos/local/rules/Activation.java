package io.kairos.local.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * When what is published now takes effect.
 *
 * @param now event time
 * @param delay how long after its append a record takes effect at the earliest, in event time
 */
public record Activation(Instant now, Duration delay) {
  /** What a job does where it is not told otherwise. */
  public static final Duration USUAL_DELAY = Duration.ofSeconds(10);

  /** First instant at which what is published now can hold. */
  Instant earliest() {
    return now.plus(delay);
  }

  /** First instant at which what is published now for a period holds. */
  Instant startOf(Period period) {
    return period.from().filter(from -> from.isAfter(earliest())).orElse(earliest());
  }

  /** A version, published now. */
  Published published(Revision revision) {
    return new Published(revision, now, delay);
  }

  /** A version, appended at an instant. */
  Published published(Revision revision, Instant appended) {
    return new Published(revision, appended, delay);
  }
}
