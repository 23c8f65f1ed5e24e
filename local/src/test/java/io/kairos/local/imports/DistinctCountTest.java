package io.kairos.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinctCountTest {

  @Test
  void countsEachTextOnceThroughEveryGrowth() {
    DistinctCount distinct = new DistinctCount();
    for (int i = 0; i < 30_000; i++) {
      distinct.add("customer-" + i % 10_000);
    }
    assertThat(distinct.size()).isEqualTo(10_000);
  }

  @Test
  void tellsNewTextsFromOldOnes() {
    DistinctCount distinct = new DistinctCount();
    assertThat(distinct.add("ann")).isTrue();
    assertThat(distinct.add("ann")).isFalse();
  }
}
