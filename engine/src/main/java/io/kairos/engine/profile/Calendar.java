package io.kairos.engine.profile;

import io.kairos.engine.pack.Fingerprint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/**
 * Days and months as they count for one customer. Windows turn at midnight in the shop's zone plus
 * a part of {@link #SPREAD_MILLIS} that the customer's id fixes, so that not everybody's turn at
 * one instant: a window of n days holds today and the n - 1 days before, and until its turn one day
 * more; likewise a window of months.
 *
 * @param shop whose zone counts for days, months and money
 * @param zone the customer's, for hours and streaks
 * @param spreadMillis after midnight, from 0 up to {@link #SPREAD_MILLIS}
 */
public record Calendar(Shop shop, ZoneId zone, long spreadMillis) {
  /** Over how long the turns of one midnight are spread: 6 hours. */
  public static final long SPREAD_MILLIS = 6 * 60 * 60 * 1000L;

  private static final long HOUR_MILLIS = 60 * 60 * 1000L;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  /** The part of the spread that a customer's id fixes, milliseconds. */
  public static long spreadOf(String customerId) {
    return Math.floorMod(Fingerprint.of64("tier-review", customerId), SPREAD_MILLIS);
  }

  /** The first day of a window of so many days, days since 1970-01-01. */
  public int firstDay(int days, long now) {
    return shop.dayOf(now - spreadMillis) - days + 1;
  }

  /** The first month of a window of so many months, as {@link Shop#monthOf}. */
  public int firstMonth(int months, long now) {
    return shop.monthOf(now - spreadMillis) - months + 1;
  }

  /** The first day of a window of so many months, days since 1970-01-01. */
  public int firstDayOfMonths(int months, long now) {
    return Shop.firstDayOf(firstMonth(months, now));
  }

  /** When a day leaves a window of so many months with its month, epoch milliseconds. */
  public long monthOfDayLeaves(int day, int months) {
    return monthLeaves(Shop.monthOfDay(day), months);
  }

  /** When a day leaves a window of so many days, epoch milliseconds. */
  public long leaves(int day, int days) {
    return shop.startOfDay((long) day + days) + spreadMillis;
  }

  /** When a month leaves a window of so many months, epoch milliseconds. */
  public long monthLeaves(int month, int months) {
    return shop.startOf(month + months) + spreadMillis;
  }

  /** The customer's hour of the day at an instant, 0 to 23. */
  public int hourOfCustomer(long millis) {
    return (int) (Math.floorMod(millis + offsetAt(millis), DAY_MILLIS) / HOUR_MILLIS);
  }

  /** When that hour began, epoch milliseconds: not all zones are whole hours apart. */
  public long startOfCustomerHour(long millis) {
    long offset = offsetAt(millis);
    long start = millis - Math.floorMod(millis + offset, HOUR_MILLIS);
    return offsetAt(start) == offset
        ? start
        : Instant.ofEpochMilli(millis)
            .atZone(zone)
            .truncatedTo(ChronoUnit.HOURS)
            .toInstant()
            .toEpochMilli();
  }

  /** The customer's day at an instant, days since 1970-01-01. */
  public int dayOfCustomer(long millis) {
    return (int) Math.floorDiv(millis + offsetAt(millis), DAY_MILLIS);
  }

  /**
   * The instant of a local time, epoch milliseconds: in a gap the first instant after it, in an
   * overlap the earlier one.
   */
  public static long instantOf(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    Instant instant =
        change != null && change.isGap()
            ? change.getInstant()
            : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    return instant.toEpochMilli();
  }

  /** The first instant of one of the customer's days, epoch milliseconds. */
  public long startOfCustomerDay(int day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private long offsetAt(long millis) {
    return zone.getRules().getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds() * 1000L;
  }
}
