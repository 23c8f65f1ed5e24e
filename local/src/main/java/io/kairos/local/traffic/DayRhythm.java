package io.kairos.local.traffic;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * When customers visit in the course of a day: hardly at night, most at noon and in the evening.
 */
final class DayRhythm {
  private static final long HOUR_MILLIS = 3_600_000;

  /** China has one zone, eight hours ahead, and has not moved its clocks since 1991. */
  private static final long OFFSET_MILLIS = 8 * HOUR_MILLIS;

  /** Chance that a thought of visiting becomes a visit, by hour of the local day. */
  private static final double[] CHANCE = {
    0.20, 0.10, 0.05, 0.05, 0.05, 0.10, 0.25, 0.45, 0.60, 0.70, 0.80, 0.85,
    1.00, 0.90, 0.75, 0.75, 0.75, 0.80, 0.85, 0.90, 1.00, 1.00, 0.80, 0.45
  };

  private static final double MEAN_CHANCE = Arrays.stream(CHANCE).average().orElseThrow();

  private final double meanGapMillis;

  /**
   * The rhythm of one customer.
   *
   * @param meanGapMillis mean time between two visits over a whole day, milliseconds, positive
   */
  DayRhythm(double meanGapMillis) {
    this.meanGapMillis = meanGapMillis;
  }

  /**
   * The next visit after an instant, both in epoch milliseconds. Poisson by thinning: thoughts of
   * visiting come evenly, and each is kept with the chance of its hour.
   */
  long nextAfter(long millis, RandomGenerator random) {
    long next = millis;
    do {
      next += 1 + (long) (random.nextExponential() * meanGapMillis * MEAN_CHANCE);
    } while (random.nextDouble() >= chance(next));
    return next;
  }

  private static double chance(long millis) {
    return CHANCE[(int) Math.floorMod((millis + OFFSET_MILLIS) / HOUR_MILLIS, 24L)];
  }
}
