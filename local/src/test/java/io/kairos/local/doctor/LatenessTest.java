package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenessTest {

  @ParameterizedTest
  @CsvSource({"0.5, 2", "0.75, 3", "0.76, 4", "1, 4", "0.001, 1"})
  void aQuantileIsTheValueOfItsRank(double share, long value) {
    assertThat(Lateness.of(new long[] {3, 1, 4, 2}).quantileMillis(share)).isEqualTo(value);
  }

  @Test
  void sharesAreThoseOfCountingOneByOne() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      long[] millis = random.longs(1 + random.nextInt(40), -5, 6).toArray();
      Lateness lateness = Lateness.of(millis);
      for (long bound = -7; bound < 8; bound++) {
        long limit = bound;
        assertThat(lateness.lateShare(bound))
            .isEqualTo(
                (double) Arrays.stream(millis).filter(m -> m > limit).count() / millis.length);
        assertThat(lateness.aheadShare(bound))
            .isEqualTo(
                (double) Arrays.stream(millis).filter(m -> -m > limit).count() / millis.length);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"500, PT0.5S", "501, PT1S", "1000, PT1S", "3600000, PT1H"})
  void theBoundIsTheNextStepOfTheLadder(long millis, Duration bound) {
    assertThat(Lateness.of(new long[] {millis}).boundFor(0)).contains(bound);
  }

  @Test
  void beyondTheLadderThereIsNoBound() {
    assertThat(Lateness.of(new long[] {3_600_001}).boundFor(0)).isEmpty();
  }
}
