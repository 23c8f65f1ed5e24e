package io.kairos.local.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Times as a reader at some instant wants them: the day only where it is another one.
 *
 * @param zone the customer's
 * @param atMillis where the reader is, epoch milliseconds
 */
record When(ZoneId zone, long atMillis) {
  private static final DateTimeFormatter TIME = pattern("HH:mm:ss");
  private static final DateTimeFormatter DAY = pattern("EEE d MMM uuuu");
  private static final DateTimeFormatter OTHER_DAY = pattern("EEE d MMM HH:mm:ss");
  private static final DateTimeFormatter OTHER_YEAR = pattern("EEE d MMM uuuu HH:mm:ss");

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  static When of(Chapter chapter) {
    return new When(chapter.zone(), chapter.atMillis());
  }

  /** "Wed 1 May 2024". */
  String day() {
    return DAY.format(local(Instant.ofEpochMilli(atMillis)));
  }

  /** "11:05:40". */
  String time() {
    return TIME.format(local(Instant.ofEpochMilli(atMillis)));
  }

  /** "Wed 1 May 2024 11:05:40". */
  String full() {
    return OTHER_YEAR.format(local(Instant.ofEpochMilli(atMillis)));
  }

  /** Another instant, as seen from here. */
  String of(Instant other) {
    ZonedDateTime there = local(other);
    ZonedDateTime here = local(Instant.ofEpochMilli(atMillis));
    if (there.toLocalDate().equals(here.toLocalDate())) {
      return TIME.format(there);
    }
    return (there.getYear() == here.getYear() ? OTHER_DAY : OTHER_YEAR).format(there);
  }

  /** A text, or the instant that it is. */
  String of(String text) {
    try {
      return of(Instant.parse(text));
    } catch (DateTimeParseException noInstant) {
      return text;
    }
  }

  /** ISO 8601 with the offset of the zone. */
  String iso(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local(instant));
  }

  /** The zone as people write it. */
  static String name(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private ZonedDateTime local(Instant instant) {
    return instant.atZone(zone);
  }
}
