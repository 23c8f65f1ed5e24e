package io.kairos.torture.report;

import java.time.Duration;
import java.util.List;

/** Quantiles of a few times: the smallest one that so great a part of them does not exceed. */
final class Quantile {
  private Quantile() {}

  /**
   * The quantile.
   *
   * @param part above 0, at most 1
   * @throws IndexOutOfBoundsException if there are no times
   */
  static Duration of(List<Duration> times, double part) {
    List<Duration> sorted = times.stream().sorted().toList();
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
