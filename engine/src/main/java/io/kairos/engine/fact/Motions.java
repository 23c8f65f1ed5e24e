package io.kairos.engine.fact;

import io.kairos.engine.condition.Comparison;
import io.kairos.engine.condition.Motion;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** How features change with time alone. */
final class Motions {
  static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;

  /** No limit beyond it is ever reached. */
  private static final double MOST_DAYS = 100_000;

  private Motions() {}

  /**
   * Whole days since an instant.
   *
   * @param since epoch milliseconds; 0 where there is none, and then nothing changes
   */
  static Motion<Facts> daysSince(ToLongFunction<Facts> since) {
    return new DaysSince(since);
  }

  /**
   * A sum over a window of days.
   *
   * @param days length of the window
   * @param earliest the earliest day in it that counts; {@link Integer#MAX_VALUE} for none
   */
  static Motion<Facts> window(int days, ToIntFunction<Facts> earliest) {
    return facts -> {
      int day = earliest.applyAsInt(facts);
      return day == Integer.MAX_VALUE ? Motion.NEVER : facts.calendar().leaves(day, days);
    };
  }

  /**
   * A count over a window of days, which time alone can only lower.
   *
   * @param earliest the earliest day from one on that counts; {@link Integer#MAX_VALUE} for none
   * @param sum what the days from one on count
   */
  static Motion<Facts> falling(int days, FromDay earliest, FromDay sum) {
    return new Falling(days, earliest, sum::of);
  }

  /** The same where the feature is the sum in another unit, such as minutes of seconds. */
  static Motion<Facts> falling(int days, FromDay earliest, FromDay sum, double perUnit) {
    return new Falling(days, earliest, (facts, first) -> sum.of(facts, first) / perUnit);
  }

  /** A number of a customer's days from one on. */
  interface FromDay {
    long of(Facts facts, int firstDay);
  }

  /** What happens at an instant that is {@link Long#MAX_VALUE} or has passed where it is none. */
  static Motion<Facts> once(ToLongFunction<Facts> at) {
    return facts -> {
      long instant = at.applyAsLong(facts);
      return instant > facts.nowMillis() ? instant : Motion.NEVER;
    };
  }

  private record DaysSince(ToLongFunction<Facts> since) implements Motion<Facts> {
    @Override
    public long appears(Facts facts) {
      return NEVER;
    }

    @Override
    public long changes(Facts facts) {
      long start = since.applyAsLong(facts);
      if (start == 0) {
        return NEVER;
      }
      return start + (Math.floorDiv(facts.nowMillis() - start, DAY_MILLIS) + 1) * DAY_MILLIS;
    }

    /** The comparison comes out otherwise only where the limit, or the day after it, is reached. */
    @Override
    public long flips(Facts facts, Comparison comparison, double limit) {
      long start = since.applyAsLong(facts);
      if (start == 0 || !(Math.abs(limit) < MOST_DAYS)) {
        return NEVER;
      }
      for (long days = (long) Math.floor(limit); days <= (long) Math.floor(limit) + 1; days++) {
        long at = start + days * DAY_MILLIS;
        if (at > facts.nowMillis()) {
          return at;
        }
      }
      return NEVER;
    }
  }

  private interface ValueFromDay {
    double of(Facts facts, int firstDay);
  }

  private record Falling(int days, FromDay earliest, ValueFromDay sum) implements Motion<Facts> {
    @Override
    public long changes(Facts facts) {
      return leaves(facts, earliest.of(facts, facts.firstDay(days)));
    }

    private long leaves(Facts facts, long day) {
      return day == Integer.MAX_VALUE ? NEVER : facts.calendar().leaves((int) day, days);
    }

    @Override
    public long appears(Facts facts) {
      return NEVER;
    }

    /**
     * The days of the window are taken away one by one until the comparison comes out otherwise.
     */
    @Override
    public long flips(Facts facts, Comparison comparison, double limit) {
      int first = facts.firstDay(days);
      boolean now = comparison.holds(sum.of(facts, first), limit);
      boolean ends =
          switch (comparison) {
            case AT_LEAST, ABOVE -> !now;
            case BELOW, AT_MOST -> now;
            case EQUAL, NOT_EQUAL -> false;
          };
      while (!ends) {
        long day = earliest.of(facts, first);
        if (day == Integer.MAX_VALUE) {
          return NEVER;
        }
        first = (int) day + 1;
        if (comparison.holds(sum.of(facts, first), limit) != now) {
          return leaves(facts, day);
        }
      }
      return NEVER;
    }
  }
}
