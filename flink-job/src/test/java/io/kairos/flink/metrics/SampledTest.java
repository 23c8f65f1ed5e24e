package io.kairos.flink.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.metrics.Histogram;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.junit.jupiter.api.Test;

class SampledTest {
  @Test
  void measuresTheFirstAndThenOneOfSoMany() {
    Histogram histogram = new DescriptiveStatisticsHistogram(10);
    Sampled sampled = new Sampled(histogram);
    for (int value = 0; value <= 2 * Sampled.OF; value++) {
      int seen = value;
      sampled.offer(() -> seen);
    }
    assertThat(histogram.getStatistics().getValues())
        .containsExactly(0, Sampled.OF, 2 * Sampled.OF);
  }
}
