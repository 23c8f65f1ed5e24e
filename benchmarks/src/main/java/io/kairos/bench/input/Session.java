package io.kairos.bench.input;

import io.kairos.local.InputEvent;
import java.util.Comparator;
import java.util.Queue;

/**
 * A visit under way: what is still to happen, and when the next of it does.
 *
 * @param steps not empty
 */
record Session(long number, long nextMillis, Queue<Step> steps) {
  /** Ties by number, so that the order is always the same. */
  static final Comparator<Session> BY_TIME =
      Comparator.comparingLong(Session::nextMillis).thenComparingLong(Session::number);

  /** Something that is to happen at a time that is not known yet. */
  interface Step {
    InputEvent at(long millis);
  }

  /** Takes the next step. */
  InputEvent step() {
    return steps.remove().at(nextMillis);
  }

  /** The same visit with its next step a while later. */
  Session later(long gapMillis) {
    return new Session(number, nextMillis + gapMillis, steps);
  }
}
