package io.kairos.local.traffic;

import java.time.InstantSource;

/** How long a feed holds an event back. */
@FunctionalInterface
public interface Pace {
  /** As fast as it goes. */
  Pace UNLIMITED = eventMillis -> 0;

  /** Milliseconds of wall time until an event is due; 0 or less when it is due already. */
  long waitMillis(long eventMillis);

  /** Each event when an event clock reaches its time. */
  static Pace of(EventClock clock, InstantSource wall) {
    return eventMillis -> clock.wallMillis(eventMillis) - wall.millis();
  }
}
