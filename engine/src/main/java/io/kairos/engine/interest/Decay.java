package io.kairos.engine.interest;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Weights that halve with every half-life, kept as logarithms to base 2 in steps of 2^-16, counted
 * from a common instant. A later event then only adds to its own weight: the others need no touch
 * (forward decay: Cormode et al., ICDE 2009). The error of one addition is below 0.001 %. Sums and
 * powers are looked up in tables, which are the same on every machine.
 *
 * @param halfLifeMillis after so long a weight counts half, above 0
 */
public record Decay(long halfLifeMillis) {
  /** 1 as a fixed-point number. */
  static final int ONE = 1 << 16;

  private static final double LN_2 = StrictMath.log(2);

  /** Table steps to a unit of a logarithm, and to an octave of a mantissa. */
  private static final int STEPS = 256;

  /** Of logarithms further apart the smaller no longer shows in the sum. */
  private static final int APART = 19;

  private static final double[] SUMS = table(APART * STEPS + 2, Decay::sumAt);
  private static final double[] WHOLE = table(STEPS, i -> StrictMath.pow(2, (double) i / STEPS));
  private static final double[] PART = table(STEPS, i -> StrictMath.pow(2, (double) i / ONE));
  private static final double[] LOGS = table(STEPS, i -> exactLog2(1 + (double) i / STEPS));

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
    int part = (int) log & ONE - 1;
    double mantissa = WHOLE[part / STEPS] * PART[part % STEPS];
    return Math.scalb(mantissa, (int) Math.max(-2000, Math.min(2000, log >> 16)));
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
    long apart = most - Math.min(a, b);
    if (apart >= (long) APART * ONE) {
      return most;
    }
    int step = (int) apart / STEPS;
    double below = SUMS[step];
    double more = below + (SUMS[step + 1] - below) * (apart % STEPS) / STEPS;
    return most + (long) StrictMath.rint(more);
  }

  /** What the smaller of two weights adds to the logarithm of the larger, in steps of 2^-16. */
  private static double sumAt(int step) {
    return exactLog2(1 + StrictMath.pow(2, -(double) step / STEPS)) * ONE;
  }

  /**
   * The logarithm to base 2 of a normal number above 0, to 2^-40. By a table and the first terms of
   * the series, so that it is quick and the same on every machine.
   */
  static double log2(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int step = (int) (bits >>> 44) & STEPS - 1;
    double mantissa = Double.longBitsToDouble(bits & (1L << 52) - 1 | 1023L << 52);
    double rest = mantissa / (1 + (double) step / STEPS) - 1;
    double series = rest * (1 - rest * (1.0 / 2 - rest * (1.0 / 3 - rest / 4)));
    return (bits >>> 52) - 1023 + LOGS[step] + series / LN_2;
  }

  private static double exactLog2(double value) {
    return StrictMath.log(value) / LN_2;
  }

  private static double[] table(int size, IntToDoubleFunction value) {
    return IntStream.range(0, size).mapToDouble(value).toArray();
  }

  static long fixed(double value) {
    return (long) StrictMath.rint(value * ONE);
  }
}
