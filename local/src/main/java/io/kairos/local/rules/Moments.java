package io.kairos.local.rules;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants as people read them.
 *
 * @param zone the shop's zone
 */
public record Moments(ZoneId zone) {
  static final String AT_ONCE = "at once";
  static final String NO_END = "no end";

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** Day and time, in the zone. */
  public String text(Instant instant) {
    return SECONDS.format(instant.atZone(zone));
  }

  /** Day and time, or {@code always} for what the base file holds. */
  String since(Published published) {
    Instant at = published.effectiveAt();
    return at.equals(Instant.MIN) ? "always" : text(at);
  }
}
