package io.kairos.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestRateTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void readsWhatWasPrinted() {
    BacktestPace pace = new BacktestPace(1000, 2 * SECOND, SECOND);

    assertThat(BacktestPace.isOne(pace.line())).isTrue();
    assertThat(BacktestPace.of(pace.line())).isEqualTo(pace);
    assertThat(BacktestPace.isOne("some warning")).isFalse();
  }

  @Test
  void theMiddleOneStandsForAll() {
    List<BacktestPace> paces =
        List.of(
            new BacktestPace(1000, 4 * SECOND, SECOND),
            new BacktestPace(1000, 2 * SECOND, SECOND),
            new BacktestPace(1000, SECOND, SECOND / 2));

    assertThat(BacktestRate.table(paces).rows())
        .containsExactly(List.of("default rules", "1,000", "500", "250 - 1,000", "1,000", "3"));
  }
}
