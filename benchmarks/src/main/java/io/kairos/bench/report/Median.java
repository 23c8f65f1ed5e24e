package io.kairos.bench.report;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * The middle of some numbers, and how far they lie apart.
 *
 * @param middle of an even number of them: the mean of the two in the middle
 */
public record Median(double middle, double least, double most) {

  /**
   * @param things at least one
   */
  public static <T> Median of(Collection<T> things, ToDoubleFunction<T> number) {
    double[] sorted = things.stream().mapToDouble(number).sorted().toArray();
    int half = sorted.length / 2;
    double middle = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return new Median(middle, sorted[0], sorted[sorted.length - 1]);
  }
}
