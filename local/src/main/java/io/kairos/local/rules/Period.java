package io.kairos.local.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * When a version holds, in event time.
 *
 * @param from first instant at which it holds; empty for as soon as published
 * @param to first instant at which it no longer holds; empty for none
 */
public record Period(Optional<Instant> from, Optional<Instant> to) {
  /** From the publication on, for good. */
  public static final Period OPEN = new Period(Optional.empty(), Optional.empty());

  /** The same from the publication on. */
  Period atOnce() {
    return new Period(Optional.empty(), to);
  }

  /** What is given here, and the rest from another. */
  Period or(Period other) {
    return new Period(from.or(other::from), to.or(other::to));
  }

  /** Whether it ends before it begins, seen from an instant. */
  boolean isOver(Instant at) {
    return to.isPresent() && !to.get().isAfter(from.filter(start -> start.isAfter(at)).orElse(at));
  }
}
