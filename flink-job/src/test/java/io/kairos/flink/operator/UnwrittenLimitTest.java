package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnwrittenLimitTest {
  private final UnwrittenLimit limit = new UnwrittenLimit();

  @Test
  void fallsByAPortionEachStepUntilTheBarrierIsDue() {
    between(1_000);
    int first = limit.step();
    assertThat(first).isEqualTo(UnwrittenLimit.LEAST + 999 * UnwrittenLimit.PORTION);
    assertThat(limit.step()).isEqualTo(first - UnwrittenLimit.PORTION);
    for (int step = 2; step < 999; step++) {
      limit.step();
    }
    assertThat(limit.step()).isEqualTo(UnwrittenLimit.LEAST);
  }

  @Test
  void isAtItsLeastUntilTheFirstBarrier() {
    assertThat(limit.step()).isEqualTo(UnwrittenLimit.LEAST);
  }

  @Test
  void staysAtItsLeastWhileABarrierIsOverdue() {
    between(10);
    for (int step = 0; step < 10; step++) {
      limit.step();
    }
    assertThat(limit.step()).isEqualTo(UnwrittenLimit.LEAST);
  }

  @Test
  void doesNotOverflow() {
    between(Integer.MAX_VALUE / UnwrittenLimit.PORTION + 10);
    assertThat(limit.step()).isEqualTo(Integer.MAX_VALUE);
  }

  /** So many steps between two barriers. */
  private void between(int steps) {
    limit.barrier();
    for (int step = 0; step < steps; step++) {
      limit.step();
    }
    limit.barrier();
  }
}
