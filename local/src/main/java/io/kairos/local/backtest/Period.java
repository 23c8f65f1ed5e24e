package io.kairos.local.backtest;

import java.time.Instant;
import java.util.Optional;

/**
 * The time whose decisions count.
 *
 * @param from its first instant; events before it still build profiles. Nothing: the first event's
 * @param to its last instant, after which there are neither events nor deadlines. Nothing: the last
 *     event's
 */
public record Period(Optional<Instant> from, Optional<Instant> to) {
  /** All of the input. */
  public static final Period ALL = new Period(Optional.empty(), Optional.empty());

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Period {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException("ends at %s, before %s".formatted(to.get(), from.get()));
    }
  }

  /** Whether events of an instant, epoch milliseconds, come before the end. */
  boolean reaches(long millis) {
    return to.isEmpty() || millis <= to.get().toEpochMilli();
  }
}
