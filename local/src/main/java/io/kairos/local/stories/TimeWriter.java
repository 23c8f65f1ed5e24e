package io.kairos.local.stories;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Writes instants and time spans for people, in one zone. */
public record TimeWriter(ZoneId zone) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final long MINUTE_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  /** {@code 2026-03-10 11:05}, with seconds where there are any. */
  public String of(long millis) {
    ZonedDateTime local = Instant.ofEpochMilli(millis).atZone(zone);
    return (local.getSecond() == 0 ? MINUTE : SECOND).format(local);
  }

  String of(Span span) {
    if (!span.hasBeginning()) {
      return "until " + of(span.toMillis() - MINUTE_MILLIS);
    }
    return span.toMillis() - span.fromMillis() <= MINUTE_MILLIS
        ? of(span.fromMillis())
        : of(span.fromMillis()) + " to " + of(span.toMillis() - MINUTE_MILLIS);
  }

  /** The largest two units of a time span: {@code 1 d 2 h}, {@code 30 min}, {@code 5 s}. */
  static String spell(long millis) {
    if (millis >= DAY_MILLIS) {
      return joined(millis / DAY_MILLIS, " d", millis % DAY_MILLIS / HOUR_MILLIS, " h");
    }
    if (millis >= HOUR_MILLIS) {
      return joined(millis / HOUR_MILLIS, " h", millis % HOUR_MILLIS / MINUTE_MILLIS, " min");
    }
    return millis >= MINUTE_MILLIS ? millis / MINUTE_MILLIS + " min" : millis / 1000 + " s";
  }

  private static String joined(long large, String unit, long small, String smallUnit) {
    return large + unit + (small == 0 ? "" : " " + small + smallUnit);
  }
}
