package io.kairos.local.traffic;

import java.time.Duration;
import java.time.Instant;

/**
 * Event time as a function of wall time: it starts at an origin in the past, runs at a constant
 * speed, and goes on at the pace of the wall once it has caught up. It never passes the wall.
 */
public final class EventClock {
  /** How far behind the wall a demo starts when nothing asks for more. */
  public static final Duration USUAL_HEAD_START = Duration.ofDays(30);

  private final long eventOriginMillis;
  private final long wallOriginMillis;
  private final double speed;

  /**
   * A clock that shows one instant at another and runs from there.
   *
   * @param eventOrigin event time at the wall origin, not after it
   * @param wallOrigin wall time at which the clock is started
   * @param speed milliseconds of event time per millisecond of wall time, positive and finite
   * @throws IllegalArgumentException for an origin after the wall, or another speed
   */
  public EventClock(Instant eventOrigin, Instant wallOrigin, double speed) {
    requireSpeed(speed);
    if (eventOrigin.isAfter(wallOrigin)) {
      throw new IllegalArgumentException(
          "event time cannot start at " + eventOrigin + ", after the wall's " + wallOrigin);
    }
    this.eventOriginMillis = eventOrigin.toEpochMilli();
    this.wallOriginMillis = wallOrigin.toEpochMilli();
    this.speed = speed;
  }

  /**
   * The latest origin that lets a clock keep its speed for a time of wall time, but at least {@link
   * #USUAL_HEAD_START} back.
   *
   * @param now wall time at the start
   * @param speed positive and finite
   * @param wallDuration how long the clock is to keep its speed
   */
  public static Instant originFor(Instant now, double speed, Duration wallDuration) {
    requireSpeed(speed);
    Duration needed = Duration.ofMillis((long) Math.ceil(speed * wallDuration.toMillis()));
    return now.minus(needed.compareTo(USUAL_HEAD_START) > 0 ? needed : USUAL_HEAD_START);
  }

  /** Event time at a wall time, both in epoch milliseconds. */
  public long eventMillis(long wallMillis) {
    double elapsed = (wallMillis - wallOriginMillis) * speed;
    return Math.min(wallMillis, eventOriginMillis + (long) Math.floor(elapsed));
  }

  /** Wall time from which on event time is at least the given one, both in epoch milliseconds. */
  public long wallMillis(long eventMillis) {
    double elapsed = (eventMillis - eventOriginMillis) / speed;
    return Math.max(eventMillis, wallOriginMillis + (long) Math.ceil(elapsed));
  }

  /** The speed at a wall time: the configured one, or 1 once event time has caught up. */
  public double speed(long wallMillis) {
    return eventMillis(wallMillis) == wallMillis ? 1 : speed;
  }

  private static void requireSpeed(double speed) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be positive, not " + speed);
    }
  }
}
