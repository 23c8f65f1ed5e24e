package io.kairos.torture.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.torture.fault.Fault;
import io.kairos.torture.fault.FaultKind;
import io.kairos.torture.fault.Schedule;
import io.kairos.torture.fault.Strike;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final List<Strike> STRIKES =
      List.of(at(FaultKind.UPGRADE), at(FaultKind.RESTORE), at(FaultKind.ROLL_BROKERS));

  private final List<Strike> struck = new ArrayList<>();

  @Test
  void strikesAllInOrder() throws Exception {
    Series series = Series.of(STRIKES, () -> true, this::comesBack);

    assertThat(series.recoveries()).extracting(Recovery::strike).isEqualTo(STRIKES);
    assertThat(series.endedEarly()).isEmpty();
  }

  @Test
  void stopsAtAFailureAndKeepsWhatItHas() throws Exception {
    Series series =
        Series.of(
            STRIKES,
            () -> true,
            strike -> {
              if (struck.size() == 1) {
                throw new IOException("no savepoint", new IOException("a task does not run"));
              }
              return comesBack(strike);
            });

    assertThat(series.recoveries()).hasSize(1);
    assertThat(series.endedEarly()).contains("restore: no savepoint: a task does not run");
  }

  @Test
  void isEndedByAnyErrorOfAStrike() throws Exception {
    Series series =
        Series.of(
            STRIKES,
            () -> true,
            strike -> {
              throw new IllegalStateException("a client is closed");
            });

    assertThat(series.endedEarly()).contains("upgrade: a client is closed");
  }

  @Test
  void beginsNothingAfterItsTime() throws Exception {
    Series series = Series.of(STRIKES, struck::isEmpty, this::comesBack);

    assertThat(series.recoveries()).hasSize(1);
    assertThat(series.endedEarly()).isEmpty();
  }

  @Test
  void remembersTheFirstThatEndedIt() {
    Series series = new Series(List.of(), Optional.empty());

    assertThat(series.endedBy("one").endedBy("another").endedEarly()).contains("one");
  }

  private Recovery comesBack(Strike strike) {
    struck.add(strike);
    return new Recovery(strike, Duration.ZERO, Duration.ZERO, Effect.FELT);
  }

  private static Strike at(FaultKind kind) {
    Fault fault = Schedule.each(1, List.of(kind)).get(0).fault();
    return new Strike(kind, fault, Duration.ZERO);
  }
}
