package io.kairos.engine.rule;

import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.profile.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;

/**
 * Hours in which nothing is to ring, in the customer's zone.
 *
 * @param byChannel the window of each channel that has one
 * @param ignorable purposes whose rules may say that they ignore them
 */
public record QuietHours(Map<String, Window> byChannel, Set<Purpose> ignorable) {
  public static final QuietHours NONE = new QuietHours(Map.of(), Set.of());

  /** Over how long what was held until the end of one window goes out: half an hour. */
  static final long SPREAD_MILLIS = 30 * 60 * 1000L;

  /**
   * A part of the day; may reach over midnight.
   *
   * @param from first minute
   * @param to first minute after it
   */
  public record Window(LocalTime from, LocalTime to) {
    boolean holds(LocalTime time) {
      boolean after = !time.isBefore(from);
      boolean before = time.isBefore(to);
      return from.isBefore(to) ? after && before : after || before;
    }
  }

  /**
   * When a message on a channel may ring: the instant itself, or some time after the end of the
   * window that it falls into, spread so that not everybody's goes out at once.
   */
  public long from(String channel, long millis, Calendar calendar) {
    Window window = byChannel.get(channel);
    if (window == null) {
      return millis;
    }
    ZonedDateTime local = Instant.ofEpochMilli(millis).atZone(calendar.zone());
    if (!window.holds(local.toLocalTime())) {
      return millis;
    }
    boolean tomorrow = !local.toLocalTime().isBefore(window.to());
    LocalDate day = tomorrow ? local.toLocalDate().plusDays(1) : local.toLocalDate();
    long end = Calendar.instantOf(day.atTime(window.to()), calendar.zone());
    return Math.max(end, millis) + calendar.spreadMillis() % SPREAD_MILLIS;
  }
}
