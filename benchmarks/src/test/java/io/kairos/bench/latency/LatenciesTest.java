package io.kairos.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final Latencies HUNDRED =
      new Latencies(LongStream.rangeClosed(1, 100).map(i -> 101 - i).boxed().toList(), 0, 10);

  @Test
  void aPercentileIsTheLeastThatSoManyDoNotExceed() {
    assertThat(HUNDRED.within(0.5)).isEqualTo(50);
    assertThat(HUNDRED.within(0.99)).isEqualTo(99);
    assertThat(HUNDRED.within(0.991)).isEqualTo(100);
    assertThat(HUNDRED.within(0.001)).isEqualTo(1);
    assertThat(HUNDRED.within(1)).isEqualTo(100);
  }

  @Test
  void roundsCountTogether() {
    Latencies all = Latencies.together(List.of(HUNDRED, new Latencies(List.of(7L, 1000L), 3, 20)));

    assertThat(all.millis()).hasSize(102).isSorted();
    assertThat(all.within(1)).isEqualTo(1000);
    assertThat(all.missing()).isEqualTo(3);
    assertThat(all.rate()).isEqualTo(15);
  }

  @Test
  void thereIsNoPercentileOfNothing() {
    assertThatIllegalStateException().isThrownBy(() -> new Latencies(List.of(), 5, 1).within(0.5));
  }
}
