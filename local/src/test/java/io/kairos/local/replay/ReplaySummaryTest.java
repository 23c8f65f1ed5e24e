package io.kairos.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplaySummaryTest {
  private final ReplaySummary summary =
      new ReplaySummary(Map.of(), new ReplayResults(new TriggerTally(), new ProfileTally()), "EUR");

  @Test
  void saysWhichFiguresAreTooSmallAfterRestarts() {
    assertThat(lines(1))
        .endsWith("restarted   1 time; events, rejected and decisions count its last run only");
    assertThat(lines(2)).last().asString().startsWith("restarted   2 times;");
  }

  @Test
  void saysNothingOfRestartsWhereThereWereNone() {
    assertThat(lines(0)).noneMatch(line -> line.startsWith("restarted"));
  }

  private List<String> lines(int restarts) {
    return summary.lines(Duration.ofSeconds(1), Instant.EPOCH, restarts);
  }
}
