package io.kairos.engine.fact;

import io.kairos.engine.event.Birth;
import io.kairos.engine.profile.Calendar;
import java.time.LocalDate;
import java.util.List;

/** Ages and spans of days. */
final class Ages {
  private static final int[] BANDS_FROM = {0, 18, 25, 36, 46};
  private static final String UNKNOWN = "unknown";
  private static final int OLDEST = 130;

  /** All bands, youngest first. */
  static final List<String> BANDS = List.of("under-18", "18-24", "25-35", "36-45", "46+", UNKNOWN);

  private Ages() {}

  /** Whole days since an instant; NaN where that is 0. */
  static double daysSince(long millis, Facts facts) {
    return millis == 0 ? Double.NaN : Math.floorDiv(facts.nowMillis() - millis, Motions.DAY_MILLIS);
  }

  static String band(Facts facts) {
    int age = age(facts);
    if (age < 0 || age > OLDEST) {
      return UNKNOWN;
    }
    int band = 0;
    while (band + 1 < BANDS_FROM.length && age >= BANDS_FROM[band + 1]) {
      band++;
    }
    return BANDS.get(band);
  }

  /** When the customer comes into the next band; {@link Long#MAX_VALUE} for never. */
  static long bandChanges(Facts facts) {
    int age = age(facts);
    if (facts.profile().person().details().birth().year() == 0 || age > OLDEST) {
      return Long.MAX_VALUE;
    }
    for (int from : BANDS_FROM) {
      if (from > age) {
        return turns(facts, from);
      }
    }
    return turns(facts, OLDEST + 1);
  }

  private static int age(Facts facts) {
    Birth birth = facts.profile().person().details().birth();
    if (birth.year() == 0) {
      return -1;
    }
    Calendar calendar = facts.calendar();
    int today = calendar.dayOfCustomer(facts.nowMillis() - calendar.spreadMillis());
    int age = LocalDate.ofEpochDay(today).getYear() - birth.year();
    return birthday(birth, birth.year() + age) > today ? age - 1 : age;
  }

  private static long turns(Facts facts, int age) {
    Birth birth = facts.profile().person().details().birth();
    Calendar calendar = facts.calendar();
    return calendar.startOfCustomerDay(birthday(birth, birth.year() + age))
        + calendar.spreadMillis();
  }

  /** 29 February is kept on the 28th in other years. */
  private static int birthday(Birth birth, int year) {
    int month = birth.month() == 0 ? 12 : birth.month();
    int day = birth.day() == 0 ? 31 : birth.day();
    int last = LocalDate.of(year, month, 1).lengthOfMonth();
    return (int) LocalDate.of(year, month, Math.min(day, last)).toEpochDay();
  }
}
