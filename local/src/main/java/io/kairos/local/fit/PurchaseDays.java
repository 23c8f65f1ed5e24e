package io.kairos.local.fit;

/** The purchase days of one customer, counted in the order of time; orders of a day are one. */
final class PurchaseDays {
  private static final double DAYS_PER_WEEK = 7;

  private final long firstDay;
  private long lastDay;
  private int repeatDays;
  private long repeatMinor;

  /**
   * @param firstDay of the first order, days since 1970
   */
  PurchaseDays(long firstDay) {
    this.firstDay = firstDay;
    this.lastDay = firstDay;
  }

  /** Counts an order that is not before any counted so far. */
  void add(long day, long amountMinor) {
    if (day > lastDay) {
      lastDay = day;
      repeatDays++;
    }
    if (day > firstDay) {
      repeatMinor += amountMinor;
    }
  }

  PurchaseHistory until(long endDay, int minorDigits) {
    double spent = repeatMinor / StrictMath.pow(10, minorDigits);
    return new PurchaseHistory(
        repeatDays,
        (lastDay - firstDay) / DAYS_PER_WEEK,
        (endDay - firstDay) / DAYS_PER_WEEK,
        repeatDays == 0 ? 0 : spent / repeatDays);
  }
}
