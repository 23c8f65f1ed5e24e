package io.kairos.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that starts 59,000 s behind and, at speed 60, catches up after 1,000 s. */
class EventClockTest {
  private static final long WALL = 1_000_000_000_000L;
  private static final long ORIGIN = WALL - 59_000_000;

  @ParameterizedTest
  @CsvSource({
    "0, -59000000, 60",
    "1, -58999940, 60",
    "1000, -58940000, 60",
    "999999, 999940, 60",
    "1000000, 1000000, 1",
    "1000001, 1000001, 1",
    "5000000, 5000000, 1"
  })
  void runsAtItsSpeedUntilItHasCaughtUp(long wallMillis, long eventMillis, double speed) {
    EventClock clock = clock(60);
    assertThat(clock.eventMillis(WALL + wallMillis)).isEqualTo(WALL + eventMillis);
    assertThat(clock.speed(WALL + wallMillis)).isEqualTo(speed);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 7.3, 60, 3600})
  void tellsTheFirstMomentAtWhichAnEventIsDue(double speed) {
    EventClock clock = clock(speed);
    for (long event = ORIGIN; event < WALL; event += 1_234_567) {
      long wall = clock.wallMillis(event);
      assertThat(clock.eventMillis(wall)).isGreaterThanOrEqualTo(event);
      assertThat(clock.eventMillis(wall - 1)).isLessThan(event);
    }
  }

  @ParameterizedTest
  @CsvSource({"60, PT60S, P30D", "60, PT12H, P30D", "60, PT24H, P60D", "1, P40D, P40D"})
  void startsFarEnoughBehind(double speed, Duration wallDuration, Duration behind) {
    Instant now = Instant.ofEpochMilli(WALL);
    assertThat(EventClock.originFor(now, speed, wallDuration)).isEqualTo(now.minus(behind));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesSpeedsThatAreNone(double speed) {
    assertThatThrownBy(() -> clock(speed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToStartAheadOfTheWall() {
    Instant wall = Instant.ofEpochMilli(WALL);
    assertThatThrownBy(() -> new EventClock(wall.plusMillis(1), wall, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EventClock clock(double speed) {
    return new EventClock(Instant.ofEpochMilli(ORIGIN), Instant.ofEpochMilli(WALL), speed);
  }
}
