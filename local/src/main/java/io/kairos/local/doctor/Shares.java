package io.kairos.local.doctor;

import java.util.Locale;

/** Shares from 0 to 1 as percentages. */
final class Shares {
  private static final double HARDLY = 0.0001;

  private Shares() {}

  /** 0.123 as "12.3 %", 0.0012 as "0.12 %"; never "0 %" of something. */
  static String of(double share) {
    if (share > 0 && share < HARDLY) {
      return "less than 0.01 %";
    }
    return String.format(Locale.ROOT, share < 0.01 ? "%.2f %%" : "%.1f %%", 100 * share);
  }
}
