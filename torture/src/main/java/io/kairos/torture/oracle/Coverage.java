package io.kairos.torture.oracle;

import io.kairos.wire.OrderEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a customer's history has to keep to. The reference knows no calendar, so nothing may leave a
 * window of days, and it takes everybody for a person, so nobody may be as fast as a bot.
 */
final class Coverage {
  private static final long DAY_MILLIS = 86_400_000;
  private static final long MINUTE_MILLIS = 60_000;
  private static final int MOST_IN_A_MINUTE = 300;
  private static final long HOUR_MILLIS = 3_600_000;
  private static final int MOST_IN_AN_HOUR = 3000;

  private Coverage() {}

  /**
   * Refuses a history that goes beyond.
   *
   * @throws NotCovered with what is too much
   */
  static void check(List<Happening> history) {
    long first = history.stream().mapToLong(Coverage::earliest).min().orElse(0);
    long last = history.stream().mapToLong(Happening::positionMillis).max().orElse(0);
    if (last - first >= DAY_MILLIS) {
      throw new NotCovered("a history of a day or more");
    }
    pace(history, MINUTE_MILLIS, MOST_IN_A_MINUTE);
    pace(history, HOUR_MILLIS, MOST_IN_AN_HOUR);
  }

  private static long earliest(Happening happening) {
    return happening.record() instanceof OrderEvent order && order.getPlacedAt() != null
        ? Math.min(happening.timeMillis(), order.getPlacedAt())
        : happening.timeMillis();
  }

  private static void pace(List<Happening> history, long millis, int most) {
    Map<Long, Integer> counts = new HashMap<>();
    for (Happening happening : history) {
      long slot = Math.floorDiv(happening.timeMillis(), millis);
      if (counts.merge(slot, 1, Integer::sum) > most) {
        throw new NotCovered("more than " + most + " events within " + millis + " ms");
      }
    }
  }
}
