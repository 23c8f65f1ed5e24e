package io.kairos.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final Latencies HUNDRED =
      new Latencies(LongStream.rangeClosed(1, 100).map(i -> 101 - i).boxed().toList(), 0, 10);

  @Test
  void aPercentileIsTheLeastThatSoManyDoNotExceed() {
    assertThat(HUNDRED.within(0.5)).hasValue(50);
    assertThat(HUNDRED.within(0.99)).hasValue(99);
    assertThat(HUNDRED.within(0.991)).hasValue(100);
    assertThat(HUNDRED.within(0.001)).hasValue(1);
    assertThat(HUNDRED.within(1)).hasValue(100);
  }

  @Test
  void roundsCountTogether() {
    Latencies all = Latencies.together(List.of(HUNDRED, new Latencies(List.of(7L, 1000L), 3, 20)));

    assertThat(all.millis()).hasSize(102).isSorted();
    assertThat(all.within(0.97)).hasValue(1000);
    assertThat(all.within(1)).isEmpty();
    assertThat(all.longest()).isEqualTo(1000);
    assertThat(all.missing()).isEqualTo(3);
    assertThat(all.rate()).isEqualTo(15);
  }

  @Test
  void whatNeverCameIsLongerThanAny() {
    Latencies half = new Latencies(HUNDRED.millis(), 100, 10);

    assertThat(half.within(0.5)).hasValue(100);
    assertThat(half.within(0.51)).isEmpty();
    assertThat(new Latencies(List.of(), 5, 1).within(0.5)).isEmpty();
    assertThat(new Latencies(List.of(), 0, 1).within(0.5)).isEmpty();
  }
}
