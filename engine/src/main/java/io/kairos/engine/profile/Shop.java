package io.kairos.engine.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The shop that a deployment serves.
 *
 * @param currency ISO 4217 code of all amounts
 * @param zone the zone of months, tiers and spending
 */
public record Shop(String currency, ZoneId zone) {
  public static final Shop DEFAULT = new Shop("CNY", ZoneId.of("Asia/Shanghai"));

  /** The calendar month of an instant in the shop's zone, as year * 12 + month - 1. */
  public int monthOf(long epochMillis) {
    var date = Instant.ofEpochMilli(epochMillis).atZone(zone);
    return date.getYear() * 12 + date.getMonthValue() - 1;
  }

  /** The first instant of a month numbered as by {@link #monthOf}, epoch milliseconds. */
  public long startOf(int month) {
    return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1)
        .atStartOfDay(zone)
        .toInstant()
        .toEpochMilli();
  }
}
