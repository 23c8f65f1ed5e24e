package io.kairos.torture.oracle;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The last events that a customer's memory has heard, by the page Guarantees under Duplicates.
 * Statuses of orders are told apart by {@link Orders}.
 */
final class Repeats {
  private static final int REMEMBERED = 16;
  private static final long SECOND_MILLIS = 1000;

  private final Deque<Known> events = new ArrayDeque<>();
  private long forgottenUpTo = Long.MIN_VALUE;

  private record Known(InputTopic topic, String eventId, long timeMillis) {
    boolean is(Happening happening) {
      return topic == happening.topic() && eventId.equals(happening.eventId());
    }
  }

  boolean admits(Happening happening) {
    boolean mayRepeat = happening.late() && happening.timeMillis() <= forgottenUpTo;
    return !mayRepeat && events.stream().noneMatch(known -> known.is(happening));
  }

  void remember(Happening happening) {
    events.addLast(new Known(happening.topic(), happening.eventId(), happening.timeMillis()));
    if (events.size() > REMEMBERED) {
      forgottenUpTo = Math.max(forgottenUpTo, endOfSecond(events.removeFirst().timeMillis()));
    }
  }

  /** What may have been forgotten is told to the second. */
  private static long endOfSecond(long millis) {
    return -Math.floorDiv(-millis, SECOND_MILLIS) * SECOND_MILLIS;
  }
}
