package io.kairos.local.stories;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the times of a story: {@code 2026-03-10 11:05}, {@code 11:05}, {@code +25h}, {@code +3d
 * 09:00}, each with seconds if need be.
 *
 * @param zone of all of them
 */
record TimeReader(ZoneId zone) {
  private static final long MINUTE_MILLIS = 60_000;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d\\d(:\\d\\d)?");
  private static final Pattern PLUS = Pattern.compile("\\+(\\d{1,5})([smhd])");
  private static final String FORMS = "write 2026-03-10 11:05, 11:05, +25h or +3d 09:00";

  /**
   * What a time that says less than all is counted from.
   *
   * @param aboveMillis the line above, whose day a time of day alone means
   * @param baseMillis what {@code +} counts from
   */
  record Since(long aboveMillis, long baseMillis) {
    static final Since NOTHING = new Since(Long.MIN_VALUE, Long.MIN_VALUE);

    static Since of(long millis) {
      return new Since(millis, millis);
    }

    Since above(long millis) {
      return new Since(millis, baseMillis);
    }
  }

  /** Whether a word is meant to be a time, or the beginning of one. */
  static boolean isMeant(String word) {
    return !word.isEmpty() && (Character.isDigit(word.charAt(0)) || word.charAt(0) == '+');
  }

  /** A time that is all that is written. */
  Span read(Written written, Since since) {
    Words words = new Words(written);
    Span span = read(words, since);
    words.requireEnd();
    return span;
  }

  /** The next time in a sentence: its minute, or its second where it is written to the second. */
  Span read(Words words, Since since) {
    String first = words.take("a time");
    if (DATE.matcher(first).matches()) {
      LocalDate date = date(words, first);
      return at(date, words.take("the time of day"), words);
    }
    if (first.startsWith("+")) {
      return later(words, first, since);
    }
    return onTheSameDay(words, first, since);
  }

  private Span onTheSameDay(Words words, String time, Since since) {
    if (!TIME.matcher(time).matches()) {
      throw words.wrongBefore("'" + time + "' is no time: " + FORMS);
    }
    if (since.aboveMillis() == Long.MIN_VALUE) {
      throw words.wrongBefore("the first time needs its date: 2026-03-10 " + time);
    }
    Span span = at(local(since.aboveMillis()).toLocalDate(), time, words);
    if (span.toMillis() <= since.aboveMillis()) {
      throw words.wrongBefore(
          "%s is before the line above, which is at %s: write its date, or +1d %s"
              .formatted(time, new TimeWriter(zone).of(since.aboveMillis()), time));
    }
    return span;
  }

  private Span later(Words words, String plus, Since since) {
    Matcher parts = PLUS.matcher(plus);
    if (!parts.matches()) {
      throw words.wrongBefore("'" + plus + "' is no time: " + FORMS);
    }
    if (since.baseMillis() == Long.MIN_VALUE) {
      throw words.wrongBefore("the first time needs its date: 2026-03-10 11:05");
    }
    long count = Long.parseLong(parts.group(1));
    ZonedDateTime from = local(since.baseMillis());
    if (parts.group(2).equals("d")) {
      ZonedDateTime day = from.plusDays(count);
      return TIME.matcher(words.peek()).matches()
          ? at(day.toLocalDate(), words.take("the time of day"), words)
          : minute(day.toInstant().toEpochMilli());
    }
    return minute(since.baseMillis() + count * unitMillis(parts.group(2)));
  }

  private static long unitMillis(String letter) {
    return switch (letter) {
      case "s" -> 1000;
      case "m" -> MINUTE_MILLIS;
      default -> 60 * MINUTE_MILLIS;
    };
  }

  private static LocalDate date(Words words, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException never) {
      throw words.wrongBefore("there never is a " + text);
    }
  }

  private Span at(LocalDate date, String time, Words words) {
    if (!TIME.matcher(time).matches()) {
      throw words.wrongBefore("'" + time + "' is no time of day such as 09:00");
    }
    try {
      LocalTime clock = LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time);
      long from = date.atTime(clock).atZone(zone).toInstant().toEpochMilli();
      return time.length() > 5 ? new Span(from, from + 1000) : minute(from);
    } catch (DateTimeException never) {
      throw words.wrongBefore("'" + time + "' is no time of day such as 09:00");
    }
  }

  private static Span minute(long fromMillis) {
    return new Span(fromMillis, fromMillis + MINUTE_MILLIS);
  }

  private ZonedDateTime local(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone);
  }
}
