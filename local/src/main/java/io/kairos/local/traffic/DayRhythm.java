package io.kairos.local.traffic;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * When customers visit in the course of a day: hardly at night, most at noon and in the evening.
 */
final class DayRhythm {
  private static final long HOUR_MILLIS = 3_600_000;

  /** Chance that a thought of visiting becomes a visit, by hour of the local day. */
  private static final double[] CHANCE = {
    0.20, 0.10, 0.05, 0.05, 0.05, 0.10, 0.25, 0.45, 0.60, 0.70, 0.80, 0.85,
    1.00, 0.90, 0.75, 0.75, 0.75, 0.80, 0.85, 0.90, 1.00, 1.00, 0.80, 0.45
  };

  private static final double MEAN_CHANCE = Arrays.stream(CHANCE).average().orElseThrow();

  private final double meanGapMillis;
  private final long offsetMillis;

  /**
   * The rhythm of one customer.
   *
   * @param meanGapMillis mean time between two visits over a whole day, milliseconds, positive
   * @param zone where the customer lives
   */
  DayRhythm(double meanGapMillis, ZoneOffset zone) {
    this.meanGapMillis = meanGapMillis;
    this.offsetMillis = zone.getTotalSeconds() * 1_000L;
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

  private double chance(long millis) {
    return CHANCE[(int) Math.floorMod((millis + offsetMillis) / HOUR_MILLIS, 24L)];
  }
}
