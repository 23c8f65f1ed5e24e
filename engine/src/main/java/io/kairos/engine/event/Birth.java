package io.kairos.engine.event;

import java.time.Year;

/**
 * When a customer was born, as far as it is known.
 *
 * @param year 0 where not known
 * @param month 1 to 12; 0 where not known
 * @param day 1 to 31; 0 where not known
 */
public record Birth(int year, int month, int day) {
  public static final Birth UNKNOWN = new Birth(0, 0, 0);

  /** What was said of it, and of year or day what an older word said where this says nothing. */
  Birth over(Birth older) {
    int knownYear = year != 0 ? year : older.year;
    Birth both =
        month != 0
            ? new Birth(knownYear, month, day)
            : new Birth(knownYear, older.month, older.day);
    return both.isLeapDayOfAnotherYear() ? this : both;
  }

  private boolean isLeapDayOfAnotherYear() {
    return month == 2 && day == 29 && year != 0 && !Year.isLeap(year);
  }
}
