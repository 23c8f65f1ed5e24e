package io.kairos.engine.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * The shop that a deployment serves.
 *
 * @param currency ISO 4217 code of all amounts
 * @param zone the zone of months, tiers and spending
 */
public record Shop(String currency, ZoneId zone) {
  public static final Shop DEFAULT = new Shop("CNY", ZoneId.of("Asia/Shanghai"));

  /** January 2000: months are packed as their distance from it, which takes fewer bytes. */
  static final int PACKED_MONTHS_FROM = 2000 * 12;

  /** 2020-01-01: days are packed as their distance from it, which takes fewer bytes. */
  static final int PACKED_DAYS_FROM = 18_262;

  private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;

  /** How many minor units the major unit has: 100 for CNY, 1 for JPY. */
  public double minorPerMajor() {
    double units = 1;
    for (int digits = Currency.getInstance(currency).getDefaultFractionDigits(); digits > 0; ) {
      units *= 10;
      digits--;
    }
    return units;
  }

  /** The calendar month of an instant in the shop's zone, as year * 12 + month - 1. */
  public int monthOf(long epochMillis) {
    return monthOfDay(dayOf(epochMillis));
  }

  /** The day of an instant in the shop's zone, days since 1970-01-01. */
  public int dayOf(long epochMillis) {
    int offset = zone.getRules().getOffset(Instant.ofEpochMilli(epochMillis)).getTotalSeconds();
    return (int) Math.floorDiv(epochMillis + offset * 1000L, DAY_MILLIS);
  }

  /** The month of a day, as {@link #monthOf}. */
  public static int monthOfDay(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return date.getYear() * 12 + date.getMonthValue() - 1;
  }

  /** The first day of a month numbered as by {@link #monthOf}. */
  public static int firstDayOf(int month) {
    return (int) firstOf(month).toEpochDay();
  }

  /** The first instant of a day numbered as by {@link #dayOf}, epoch milliseconds. */
  public long startOfDay(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** The first instant of a month numbered as by {@link #monthOf}, epoch milliseconds. */
  public long startOf(int month) {
    return firstOf(month).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private static LocalDate firstOf(int month) {
    return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
  }
}
