package io.kairos.local.traffic;

/**
 * The way to just below a tier: orders of about equal size, less than 30 days apart, the last one
 * ten days before the live start. The sums are six times the monthly averages of the default tiers.
 */
enum Climb {
  TO_GOLD(12_000_00, 5),
  TO_PLATINUM(30_000_00, 6),
  TO_DIAMOND(60_000_00, 10);

  /** Budget of the order that crosses the tier; the sums leave less than this to be spent. */
  static final long LAST_STEP_CENTS = 4_000_00;

  private static final long MISSING_CENTS = 1_200_00;
  private static final long DAY_MILLIS = 86_400_000;
  private static final long DAYS = 100;

  private final long sumCents;
  private final int orders;

  Climb(long sumCents, int orders) {
    this.sumCents = sumCents;
    this.orders = orders;
  }

  /** Every second climb ends at gold, the others at platinum and diamond by turns. */
  static Climb of(int nth) {
    if (nth % 2 == 0) {
      return TO_GOLD;
    }
    return nth % 4 == 1 ? TO_PLATINUM : TO_DIAMOND;
  }

  void begin(Shopper shopper, long liveMillis) {
    long start = liveMillis - (DAYS + 10) * DAY_MILLIS;
    long budget = (sumCents - MISSING_CENTS) / orders;
    shopper.register(start - DAY_MILLIS);
    for (int order = 0; order < orders; order++) {
      shopper.buy(start + order * DAYS / (orders - 1) * DAY_MILLIS, budget);
    }
  }
}
