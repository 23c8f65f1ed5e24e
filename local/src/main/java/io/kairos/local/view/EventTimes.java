package io.kairos.local.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Event times in the shop's zone.
 *
 * @param zone the shop's zone
 */
public record EventTimes(ZoneId zone) {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu  HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** Day and time. */
  public String full(long millis) {
    return FULL.format(at(millis));
  }

  /** Eight columns: the time of a moment less than a day before now, the day of an earlier one. */
  String brief(long millis, long nowMillis) {
    boolean recent = at(millis).plusDays(1).isAfter(at(nowMillis));
    return "%8s".formatted((recent ? TIME : DAY).format(at(millis)));
  }

  private ZonedDateTime at(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone);
  }
}
