package io.kairos.torture.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantileTest {
  private static final List<Duration> ONE_TO_HUNDRED =
      IntStream.rangeClosed(1, 100).mapToObj(Duration::ofSeconds).toList();

  @Test
  void isTheSmallestThatSoGreatAPartDoesNotExceed() {
    assertThat(Quantile.of(ONE_TO_HUNDRED, 0.5)).isEqualTo(Duration.ofSeconds(50));
    assertThat(Quantile.of(ONE_TO_HUNDRED, 0.99)).isEqualTo(Duration.ofSeconds(99));
    assertThat(Quantile.of(ONE_TO_HUNDRED, 1)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void isTheLongestOfFewAtTheUpperEnd() {
    assertThat(Quantile.of(ONE_TO_HUNDRED.subList(0, 3), 0.99)).isEqualTo(Duration.ofSeconds(3));
  }
}
