package io.kairos.engine.rule;

import io.kairos.engine.event.Birth;
import io.kairos.engine.profile.CustomerProfile;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dates of a customer on which a rule begins: {@code every}. */
public sealed interface Recurrence {
  /** Last year of a date: those far beyond are no instant. */
  int LAST_YEAR = 9999;

  /** The first from a date on; null for none. */
  LocalDate next(LocalDate from, CustomerProfile profile, ZoneId zone);

  /** The rule's own words. */
  String label();

  /** The customer's birthday; one of 29 February is kept on the 28th in other years. */
  record Birthday() implements Recurrence {
    @Override
    public LocalDate next(LocalDate from, CustomerProfile profile, ZoneId zone) {
      Birth birth = profile.person().details().birth();
      return birth.month() == 0 || birth.day() == 0
          ? null
          : nextOf(MonthDay.of(birth.month(), birth.day()), from);
    }

    @Override
    public String label() {
      return "birthday";
    }
  }

  /** The day of the year on which the customer registered. */
  record Anniversary() implements Recurrence {
    @Override
    public LocalDate next(LocalDate from, CustomerProfile profile, ZoneId zone) {
      long registered = profile.person().registeredAtMillis();
      if (registered == 0) {
        return null;
      }
      LocalDate day = Instant.ofEpochMilli(registered).atZone(zone).toLocalDate();
      LocalDate first = from.isAfter(day) ? from : day.plusDays(1);
      return nextOf(MonthDay.from(day), first);
    }

    @Override
    public String label() {
      return "registration-anniversary";
    }
  }

  /**
   * A day of each month.
   *
   * @param day 1 to 31; a shorter month has its last day instead
   */
  record Monthly(int day) implements Recurrence {
    @Override
    public LocalDate next(LocalDate from, CustomerProfile profile, ZoneId zone) {
      LocalDate here = in(YearMonth.from(from));
      return here.isBefore(from) ? in(YearMonth.from(from).plusMonths(1)) : here;
    }

    private LocalDate in(YearMonth month) {
      return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    @Override
    public String label() {
      return "month on " + (day == 31 ? "last" : day);
    }
  }

  /** A day of each week. */
  record Weekly(DayOfWeek day) implements Recurrence {
    @Override
    public LocalDate next(LocalDate from, CustomerProfile profile, ZoneId zone) {
      return from.with(TemporalAdjusters.nextOrSame(day));
    }

    @Override
    public String label() {
      return "week on " + day.name().substring(0, 3);
    }
  }

  /** One date. */
  record Once(LocalDate date) implements Recurrence {
    @Override
    public LocalDate next(LocalDate from, CustomerProfile profile, ZoneId zone) {
      return from.isAfter(date) ? null : date;
    }

    @Override
    public String label() {
      return date.toString();
    }
  }

  private static LocalDate nextOf(MonthDay day, LocalDate from) {
    LocalDate here = day.atYear(from.getYear());
    return here.isBefore(from) ? day.atYear(from.getYear() + 1) : here;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static Recurrence of(String text) {
    Matcher month = Pattern.compile("month on (last|[1-9]|[12]\\d|3[01])").matcher(text);
    Matcher week = Pattern.compile("week on (MON|TUE|WED|THU|FRI|SAT|SUN)").matcher(text);
    if (text.equals("birthday")) {
      return new Birthday();
    } else if (text.equals("registration-anniversary")) {
      return new Anniversary();
    } else if (month.matches()) {
      return new Monthly(month.group(1).equals("last") ? 31 : Integer.parseInt(month.group(1)));
    } else if (week.matches()) {
      return new Weekly(dayOf(week.group(1)));
    }
    return date(text);
  }

  private static DayOfWeek dayOf(String three) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(three)) {
        return day;
      }
    }
    throw new IllegalArgumentException(three);
  }

  private static Once date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() > LAST_YEAR) {
        throw new DateTimeException("beyond the last year");
      }
      return new Once(date);
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no date that comes. Write birthday, registration-anniversary,"
              + " month on 15, month on last, week on SUN or a date such as 2027-11-11",
          none);
    }
  }
}
