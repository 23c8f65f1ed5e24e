package io.kairos.local.demo;

import io.kairos.local.traffic.EventClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What tells the event time of a demo, which runs from a day in the past at a speed of its own.
 *
 * @param eventOrigin event time when its traffic went live
 * @param wallOrigin when that was
 * @param speed seconds of event time in a second, above 0
 * @param activationDelay how long after its append a rule takes effect, in event time
 */
public record DemoClock(
    Instant eventOrigin, Instant wallOrigin, double speed, Duration activationDelay) {
  private static final String EVENT_ORIGIN = "clock.event-origin";
  private static final String WALL_ORIGIN = "clock.wall-origin";
  private static final String SPEED = "clock.speed";
  private static final String ACTIVATION_DELAY = "rule.activation-delay";

  /** Event time at a time of the wall. */
  public Instant eventTime(Instant wall) {
    EventClock clock = new EventClock(eventOrigin, wallOrigin, speed);
    return Instant.ofEpochMilli(clock.eventMillis(wall.toEpochMilli()));
  }

  void write(Properties note) {
    note.setProperty(EVENT_ORIGIN, eventOrigin.toString());
    note.setProperty(WALL_ORIGIN, wallOrigin.toString());
    note.setProperty(SPEED, Double.toString(speed));
    note.setProperty(ACTIVATION_DELAY, activationDelay.toString());
  }

  /** Empty where the traffic is not live yet. */
  static Optional<DemoClock> read(Properties note) {
    return note.getProperty(SPEED) == null
        ? Optional.empty()
        : Optional.of(
            new DemoClock(
                Instant.parse(note.getProperty(EVENT_ORIGIN, "")),
                Instant.parse(note.getProperty(WALL_ORIGIN, "")),
                Double.parseDouble(note.getProperty(SPEED)),
                Duration.parse(note.getProperty(ACTIVATION_DELAY, ""))));
  }
}
