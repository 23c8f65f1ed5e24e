package io.kairos.local.job;

import io.kairos.local.InputEvent;
import io.kairos.local.traffic.Traffic;
import io.kairos.local.traffic.TrafficPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The same events at every run: months of a shop, thin enough that reminders fall due. */
final class SomeTraffic {
  static final Instant LIVE_START = Instant.parse("2026-09-15T02:00:00Z");

  private static final TrafficPlan PLAN = new TrafficPlan(7, 400, LIVE_START, 0.2);

  private SomeTraffic() {}

  static List<InputEvent> first(int events) {
    Traffic traffic = new Traffic(PLAN);
    return Stream.generate(traffic::next).limit(events).toList();
  }

  /** Long enough after the last event for its reminder to fall due, epoch milliseconds. */
  static long afterwards(List<InputEvent> events) {
    return events.get(events.size() - 1).timeMillis() + Duration.ofHours(2).toMillis();
  }
}
