package io.kairos.bench.input;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws numbers from 0 on, the nth with a chance of 1 / n^s. */
final class Zipf {
  private final double[] reached;

  /**
   * @param count how many numbers there are
   * @param s the exponent, above 0
   */
  Zipf(int count, double s) {
    reached = new double[count];
    double sum = 0;
    for (int n = 0; n < count; n++) {
      sum += Math.pow(n + 1, -s);
      reached[n] = sum;
    }
  }

  int draw(SplittableRandom random) {
    int place = Arrays.binarySearch(reached, random.nextDouble() * reached[reached.length - 1]);
    return Math.min(place < 0 ? -place - 1 : place, reached.length - 1);
  }
}
