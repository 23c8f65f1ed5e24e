package io.kairos.engine.fact;

import io.kairos.engine.profile.PurchaseDays;

/** How regularly someone buys. */
final class Rhythm {
  private static final double DAILY = 2;
  private static final double WEEKLY = 10;
  private static final double MONTHLY = 45;

  private Rhythm() {}

  static String of(Facts facts) {
    PurchaseDays days = facts.profile().spending().days();
    if (days.count() < 2) {
      return days.count() == 0 ? "none" : "once";
    }
    double gap = (double) (days.lastDay() - days.firstDay()) / days.repeats();
    if (gap <= DAILY) {
      return "daily";
    }
    return gap <= WEEKLY ? "weekly" : gap <= MONTHLY ? "monthly" : "occasional";
  }
}
