package io.kairos.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final Instant WALL = Instant.parse("2026-10-24T02:00:00Z");
  private static final Instant ORIGIN = WALL.minusSeconds(86_400);

  @ParameterizedTest
  @CsvSource({"-1000, -16", "0, 0", "1, 1", "60, 1", "61, 2", "6000, 100"})
  void waitsUntilTheClockReachesAnEvent(long millisAfterOrigin, long waitMillis) {
    Pace pace = Pace.of(new EventClock(ORIGIN, WALL, 60), Clock.fixed(WALL, ZoneOffset.UTC));
    assertThat(pace.waitMillis(ORIGIN.toEpochMilli() + millisAfterOrigin)).isEqualTo(waitMillis);
  }

  @ParameterizedTest
  @CsvSource({"0", "9999999999999"})
  void neverWaitsWithoutLimit(long eventMillis) {
    assertThat(Pace.UNLIMITED.waitMillis(eventMillis)).isZero();
  }
}
