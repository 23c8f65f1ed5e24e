package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.state.CustomerKey;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
    assertThat(WakeUps.at(deadline, now, new CustomerKey(0, 5))).isEqualTo(wakeUp);
  }

  /** Four hours ahead, and a customer whose minutes begin at second 7. */
  @ParameterizedTest
  @CsvSource({
    "14400000, 14407000",
    "14407000, 14407000",
    "14407001, 14467000",
    "14440000, 14467000",
  })
  void minutesBeginAtASecondOfTheCustomersOwn(long deadline, long wakeUp) {
    assertThat(WakeUps.at(deadline, 0, new CustomerKey(67, 5))).isEqualTo(wakeUp);
  }

  @Test
  void customersOfOneDeadlineAreSpreadOverAMinute() {
    long deadline = 14_400_000;
    Set<Long> all =
        IntStream.range(0, 10_000)
            .mapToObj(number -> CustomerKey.of("kairos", "c" + number))
            .map(key -> WakeUps.at(deadline, 0, key))
            .collect(Collectors.toSet());

    assertThat(all).hasSize(60).allMatch(at -> at >= deadline && at < deadline + 60_000);
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807, 0", "9223372036854775807, -9223372036854775808"})
  void neverStaysNever(long deadline, long now) {
    assertThat(WakeUps.at(deadline, now, new CustomerKey(59, 0))).isEqualTo(Long.MAX_VALUE);
  }
}
