package io.kairos.engine.rule;

import io.kairos.engine.profile.Calendar;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Shop;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Times of the customer's day. In a gap of local time the first instant after it counts. */
public record Times(Shop shop) {

  /** The first instant from one on at which the customer's clock shows a time. */
  long next(LocalTime time, long fromMillis, CustomerProfile profile) {
    ZoneId zone = profile.person().zone(shop);
    LocalDate day = Instant.ofEpochMilli(fromMillis).atZone(zone).toLocalDate();
    long today = Calendar.instantOf(day.atTime(time), zone);
    return today < fromMillis ? Calendar.instantOf(day.plusDays(1).atTime(time), zone) : today;
  }
}
