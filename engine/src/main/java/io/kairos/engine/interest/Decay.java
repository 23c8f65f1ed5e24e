package io.kairos.engine.interest;

/**
 * Weights that halve with every half-life, kept as logarithms to base 2 in steps of 2^-16, counted
 * from a common instant. A later event then only adds to its own weight: the others need no touch
 * (forward decay: Cormode et al., ICDE 2009). The error of one addition is below 0.001 %.
 *
 * @param halfLifeMillis after so long a weight counts half, above 0
 */
public record Decay(long halfLifeMillis) {
  /** 1 as a fixed-point number. */
  static final int ONE = 1 << 16;

  /** Weights below 2^-20 are forgotten. */
  static final long FORGOTTEN = -20L * ONE;

  /** The logarithm of a weight above 0 that is placed at a time, as of another. */
  long placed(double weight, long timeMillis, long asOfMillis) {
    return fixed(log2(weight)) + halfLives(timeMillis - asOfMillis);
  }

  /** What is left of a weight of 1 after a time. */
  double left(long sinceMillis, long nowMillis) {
    return StrictMath.pow(2, (double) (sinceMillis - nowMillis) / halfLifeMillis);
  }

  static double weight(long log) {
    return StrictMath.pow(2, (double) log / ONE);
  }

  /** How often it halves within a time. */
  private long halfLives(long millis) {
    return Math.floorDiv(millis * ONE, halfLifeMillis);
  }

  /** Whole half-lives since an instant: by so many the common instant can move without an error. */
  long wholeHalfLives(long sinceMillis, long nowMillis) {
    return Math.max(0, (nowMillis - sinceMillis) / halfLifeMillis);
  }

  /** The logarithm of the sum of two weights. */
  static long sum(long a, long b) {
    long most = Math.max(a, b);
    double ratio = StrictMath.pow(2, (double) (Math.min(a, b) - most) / ONE);
    return most + fixed(log2(1 + ratio));
  }

  static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }

  static long fixed(double value) {
    return (long) StrictMath.rint(value * ONE);
  }
}
