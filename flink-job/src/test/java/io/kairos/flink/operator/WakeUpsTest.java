package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WakeUpsTest {

  @ParameterizedTest
  @CsvSource({
    "1000, 0, 1000",
    "1001, 0, 2000",
    "1999, 0, 2000",
    "3600000, 0, 3600000",
    "3600001, 0, 3660000",
    "3600001, 1, 3601000",
    "5, 9000, 1000"
  })
  void liesOnTheGridAtOrAfterTheDeadline(long deadline, long now, long wakeUp) {
    assertThat(WakeUps.at(deadline, now)).isEqualTo(wakeUp);
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807, 0", "9223372036854775807, -9223372036854775808"})
  void neverStaysNever(long deadline, long now) {
    assertThat(WakeUps.at(deadline, now)).isEqualTo(Long.MAX_VALUE);
  }
}
