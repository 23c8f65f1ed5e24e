package io.kairos.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import io.kairos.bench.meter.Sample;
import io.kairos.bench.meter.SampleFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final long SECOND = 1_000_000_000L;
  private static final InputSpec MILLION = input(1_000_000, 1, false);

  private static InputSpec input(long events, int customers, boolean known) {
    return new InputSpec(Form.SESSIONS, events, customers, 1, known);
  }

  private static SampleFile samples(long lastRecords) {
    return new SampleFile(
        4096,
        List.of(
            new Sample(0, 0, 9 * SECOND, 0),
            new Sample(SECOND, 299_999, 10 * SECOND, 0),
            new Sample(2 * SECOND, 300_000, 20 * SECOND, SECOND),
            new Sample(3 * SECOND, 900_000, 22 * SECOND, SECOND),
            new Sample(6 * SECOND, lastRecords, 27 * SECOND, 2 * SECOND)));
  }

  @Test
  void countsFromTheFirstSampleAfterTheWarmUpToTheEnd() {
    Figures figures = Figures.of(samples(1_000_000), MILLION, 5);

    assertThat(figures.cpuSecondsPerMillion()).isCloseTo(7 / 0.7, within(1e-9));
    assertThat(figures.eventsPerSecond()).isCloseTo(700_000 / 4.0, within(1e-6));
    assertThat(figures.gcShare()).isCloseTo(1 / 7.0, within(1e-9));
    assertThat(figures.maxRssBytes()).isEqualTo(4096);
    assertThat(figures.triggers()).isEqualTo(5);
  }

  @Test
  void leavesOutWhatMakesCustomersKnown() {
    Figures figures = Figures.of(samples(1_000_000), input(400_000, 600_000, true), 0);

    assertThat(figures.cpuSecondsPerMillion()).isCloseTo(5 / 0.1, within(1e-9));
  }

  @Test
  void refusesARunThatReadLessOrMoreThanThereIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figures.of(samples(999_999), MILLION, 0))
        .withMessageContaining("999,999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figures.of(samples(1_000_001), MILLION, 0));
  }

  @Test
  void refusesARunThatWasOverBeforeItsWarmUp() {
    SampleFile one = new SampleFile(0, List.of(new Sample(0, 10, 0, 0)));

    assertThatIllegalArgumentException().isThrownBy(() -> Figures.of(one, input(10, 1, false), 0));
  }
}
