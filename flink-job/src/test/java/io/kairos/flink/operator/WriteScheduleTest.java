package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteScheduleTest {
  private static final long START = 1_000_000;

  private final WriteSchedule writes = new WriteSchedule();

  /** A sixteenth of the time is left for making files. */
  @Test
  void theLimitFallsUntilFilesAreMade() {
    barriersApart(16_000);
    assertThat(limitAfter(0)).isEqualTo(WriteSchedule.LEAST + 15_000 * WriteSchedule.PER_MILLI);
    assertThat(limitAfter(1)).isEqualTo(limitAfter(0) - WriteSchedule.PER_MILLI);
    assertThat(limitAfter(14_999)).isEqualTo(WriteSchedule.LEAST + WriteSchedule.PER_MILLI);
    assertThat(limitAfter(15_000)).isEqualTo(WriteSchedule.LEAST);
    assertThat(limitAfter(16_000)).isEqualTo(WriteSchedule.LEAST);
  }

  @ParameterizedTest
  @CsvSource({"16000, 15000", "10000, 9375", "60000, 58000", "16, 15"})
  void filesAreMadeOnceBeforeABarrier(int apartMillis, int expectedAfterMillis) {
    barriersApart(apartMillis);
    assertThat(flushesUntil(3 * apartMillis)).containsExactly(expectedAfterMillis);
    writes.barrier(START + apartMillis);
    assertThat(flushesUntil(3 * apartMillis)).hasSize(1);
  }

  @Test
  void untilTheSecondBarrierEveryInstantCouldBeTheOne() {
    assertThat(limitAfter(0)).isEqualTo(WriteSchedule.LEAST);
    writes.barrier(START);
    assertThat(limitAfter(5)).isEqualTo(WriteSchedule.LEAST);
    assertThat(flushesUntil(100_000)).isEmpty();
  }

  /** The clock may be set back. */
  @Test
  void barriersAtOneInstantLeaveNothingToPlan() {
    barriersApart(0);
    barriersApart(-5);
    assertThat(limitAfter(0)).isEqualTo(WriteSchedule.LEAST);
    assertThat(flushesUntil(100)).isEmpty();
  }

  @Test
  void doesNotOverflow() {
    barriersApart(1_000_000_000L);
    assertThat(limitAfter(0)).isEqualTo(Integer.MAX_VALUE);
  }

  private void barriersApart(long millis) {
    writes.barrier(START - millis);
    writes.barrier(START);
  }

  private int limitAfter(long millis) {
    return writes.limit(START + millis);
  }

  private List<Integer> flushesUntil(int millis) {
    List<Integer> flushes = new ArrayList<>();
    for (int after = 0; after <= millis; after++) {
      if (writes.flushes(START + after)) {
        flushes.add(after);
      }
    }
    return flushes;
  }
}
