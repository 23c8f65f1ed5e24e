package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * The days on which a customer bought, in the shop's zone: what recency, frequency and the
 * prediction models count. Orders of one day count once. An order that comes late, for a day that
 * lies behind the days kept one by one, counts as a day of its own.
 *
 * @param count days with a paid order
 * @param firstDay the first, days since 1970-01-01; 0 while there is none
 * @param lastDay the last, likewise
 * @param firstDayMinor paid on the first, minor units
 */
public record PurchaseDays(int count, int firstDay, int lastDay, long firstDayMinor) {
  static final PurchaseDays NONE = new PurchaseDays(0, 0, 0, 0);

  /** Days after the first. */
  public int repeats() {
    return Math.max(0, count - 1);
  }

  /**
   * Mean paid on the days after the first, minor units; 0 without such a day.
   *
   * @param paidMinor all that was ever paid, minor units
   */
  public double meanRepeatMinor(long paidMinor) {
    return repeats() == 0 ? 0 : (double) (paidMinor - firstDayMinor) / repeats();
  }

  /** After one more payment on a day that is counted already. */
  PurchaseDays onAKnownDay(int day, long minor) {
    return new PurchaseDays(
        count, firstDay, lastDay, day == firstDay ? firstDayMinor + minor : firstDayMinor);
  }

  PurchaseDays with(int day, long minor) {
    if (count == 0 || day < firstDay) {
      return new PurchaseDays(count + 1, day, count == 0 ? day : lastDay, minor);
    }
    if (day == firstDay) {
      return new PurchaseDays(count, firstDay, lastDay, firstDayMinor + minor);
    }
    return day == lastDay
        ? this
        : new PurchaseDays(count + 1, firstDay, Math.max(lastDay, day), firstDayMinor);
  }

  void pack(Packer out) {
    out.number(count)
        .number(firstDay - Shop.PACKED_DAYS_FROM)
        .number((long) lastDay - firstDay)
        .number(firstDayMinor);
  }

  static PurchaseDays unpack(Unpacker in) {
    int count = in.intNumber();
    int first = in.intNumber() + Shop.PACKED_DAYS_FROM;
    return new PurchaseDays(count, first, first + in.intNumber(), in.number());
  }
}
