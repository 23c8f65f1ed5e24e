package io.kairos.local.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Messages of days in a row, of one day or several taken together.
 *
 * @param first day of the first bin
 * @param daysEach days of each bin
 * @param bins messages of each
 */
record DaySeries(LocalDate first, int daysEach, List<Long> bins) {

  /**
   * Days from one to another.
   *
   * @param mostBins fewer days stand for themselves, more are taken together
   * @param unit bins are of one day or of a multiple of so many
   */
  static DaySeries of(
      SortedMap<LocalDate, Long> counts, LocalDate from, LocalDate to, int mostBins, int unit) {
    long days = to.toEpochDay() - from.toEpochDay() + 1;
    int each = days <= mostBins ? 1 : unit * ceiling(ceiling(days, mostBins), unit);
    List<Long> bins = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(each)) {
      bins.add(sum(counts.subMap(day, day.plusDays(each))));
    }
    return new DaySeries(from, each, bins);
  }

  private static int ceiling(long dividend, long divisor) {
    return (int) -Math.floorDiv(-dividend, divisor);
  }

  private static long sum(SortedMap<LocalDate, Long> some) {
    return some.values().stream().mapToLong(Long::longValue).sum();
  }

  LocalDate dayOf(int bin) {
    return first.plusDays((long) bin * daysEach);
  }

  long most() {
    return bins.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The day of the first bin with the most messages. */
  LocalDate dayOfMost() {
    return dayOf(bins.indexOf(most()));
  }
}
