package io.kairos.local.imports;

import io.kairos.engine.event.Timing;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/**
 * Times as files write them: {@code 2019-10-01 00:00:00}, with {@code T} or a blank between, with
 * or without seconds and fraction, followed by nothing (the given zone), {@code UTC}, {@code Z} or
 * an offset; a date alone (the start of its day); a whole number is epoch seconds below 10^11,
 * epoch milliseconds from there on. A local time that a change of clocks skips moves forward, one
 * that it repeats is the earlier.
 *
 * @param zone zone of times that name none
 */
record TimeText(ZoneId zone) {
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private static final String SECONDS = "0000-00-00 00:00:00";

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("[ ]['T']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  /** Epoch milliseconds of a text. */
  long millis(String text) throws RowRefused {
    String trimmed = text.strip();
    try {
      return trimmed.chars().allMatch(Character::isDigit)
          ? epochMillis(Long.parseLong(trimmed))
          : instant(trimmed).toEpochMilli();
    } catch (DateTimeException | ArithmeticException | NumberFormatException unreadable) {
      throw new RowRefused(LeftOut.BAD_TIME, "not a time: '%s'".formatted(text));
    }
  }

  /** The same of the time of an event, which has to be one that the job takes for possible. */
  long eventMillis(String text) throws RowRefused {
    return possible(millis(text), text);
  }

  /**
   * The time of an event, epoch milliseconds.
   *
   * @param written as it stands in the file
   * @throws RowRefused if the job takes it for a mistake
   */
  static long possible(long millis, Object written) throws RowRefused {
    if (!Timing.isPossible(millis)) {
      throw new RowRefused(LeftOut.BAD_TIME, "not from 1980 up to 2100: '%s'".formatted(written));
    }
    return millis;
  }

  /** Epoch milliseconds of a whole number of seconds or milliseconds. */
  static long epochMillis(long number) {
    boolean seconds = -FIRST_MILLIS < number && number < FIRST_MILLIS;
    return seconds ? 1000 * number : number;
  }

  private Instant instant(String text) {
    String offsetText = text.endsWith(" UTC") ? text.substring(0, text.length() - 4) + "Z" : text;
    boolean utc = offsetText.length() == SECONDS.length() + 1 && offsetText.endsWith("Z");
    if (isToTheSecond(offsetText, utc)) {
      LocalDateTime local = toTheSecond(offsetText);
      return (utc ? local.atZone(ZoneOffset.UTC) : local.atZone(zone)).toInstant();
    }
    TemporalAccessor parsed =
        FORMAT.parseBest(offsetText, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed instanceof OffsetDateTime offset) {
      return offset.toInstant();
    }
    return parsed instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : LocalDate.from(parsed).atStartOfDay(zone).toInstant();
  }

  private static boolean isToTheSecond(String text, boolean utc) {
    if (text.length() != SECONDS.length() && !utc) {
      return false;
    }
    for (int i = 0; i < SECONDS.length(); i++) {
      char form = SECONDS.charAt(i);
      char letter = text.charAt(i);
      boolean fits =
          switch (form) {
            case '0' -> letter >= '0' && letter <= '9';
            case ' ' -> letter == ' ' || letter == 'T';
            default -> letter == form;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** The usual form without the detour over a formatter: an import reads millions of them. */
  private static LocalDateTime toTheSecond(String text) {
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19));
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
