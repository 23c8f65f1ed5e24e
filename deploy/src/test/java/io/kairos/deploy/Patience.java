package io.kairos.deploy;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that must come true within a minute. */
final class Patience {
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private Patience() {}

  /** Whether it is true by now. */
  interface Condition {
    boolean holds() throws Exception;
  }

  /**
   * Asks again and again.
   *
   * @throws AssertionError if it did not come true; says what was awaited
   */
  static void await(String what, Condition condition) throws Exception {
    long giveUp = System.nanoTime() + WITHIN.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("not within " + WITHIN.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
