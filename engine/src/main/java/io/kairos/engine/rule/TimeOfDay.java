package io.kairos.engine.rule;

import io.kairos.engine.profile.CustomerProfile;
import java.time.LocalTime;

/** The time of the customer's day that a message is held for. */
public sealed interface TimeOfDay {

  /** The first instant from one on that suits. */
  long next(long fromMillis, CustomerProfile profile, Times times);

  /** At once. */
  record Any() implements TimeOfDay {
    @Override
    public long next(long fromMillis, CustomerProfile profile, Times times) {
      return fromMillis;
    }
  }

  /** When the customer's clock shows a time. */
  record Fixed(LocalTime time) implements TimeOfDay {
    @Override
    public long next(long fromMillis, CustomerProfile profile, Times times) {
      return times.next(time, fromMillis, profile);
    }
  }

  /** At the hour at which the customer is active most; at once of one of whom it is not known. */
  record BestHour() implements TimeOfDay {
    @Override
    public long next(long fromMillis, CustomerProfile profile, Times times) {
      int hour = profile.behaviour().hours().best();
      return hour < 0 ? fromMillis : times.next(LocalTime.of(hour, 0), fromMillis, profile);
    }
  }

  /**
   * Reads one: {@code "19:00"} or {@code best-hour}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static TimeOfDay of(String text) {
    if (text.equals("best-hour")) {
      return new BestHour();
    }
    if (text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
      return new Fixed(LocalTime.parse(text));
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no time of day. Write \"19:00\" or best-hour");
  }
}
