package io.kairos.flink.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.WallClock;
import org.junit.jupiter.api.Test;

class WallClockLagTest {
  private static final long HOUR = 3_600_000;

  /** Stands still, as long as the test does not take a year. */
  private static final WallClock AT_NOON =
      new WallClock(12 * HOUR, System.currentTimeMillis(), Double.MIN_VALUE);

  private final WallClockLag lag = new WallClockLag(AT_NOON);

  @Test
  void isWhatTheWatermarkLacks() {
    lag.reached(11 * HOUR);
    assertThat(lag.getValue()).isEqualTo(HOUR);
  }

  @Test
  void isNeverNegative() {
    lag.reached(13 * HOUR);
    assertThat(lag.getValue()).isZero();
  }

  @Test
  void countsFromTheStartUntilThereIsAWatermark() {
    WallClock fast = new WallClock(0, System.currentTimeMillis() - HOUR, 1);
    assertThat(new WallClockLag(fast).getValue()).isLessThan(HOUR);
  }
}
