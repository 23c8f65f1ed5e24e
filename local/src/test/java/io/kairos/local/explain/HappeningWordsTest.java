package io.kairos.local.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HappeningWordsTest {
  private static final RunName RUN = new RunName("series", "@start");

  @Test
  void saysOfAStepThatOvertakesAnotherWhenItselfWasDue() {
    Happening.Moved moved =
        new Happening.Moved(
            RUN,
            List.of(due("second", "10:00"), due("first", "11:00")),
            List.of(due("first", "11:00"), due("second", "12:00")));

    Sentence sentence =
        new HappeningWords(new When(ZoneOffset.UTC, 1_714_521_600_000L)).moved(moved);

    assertThat(sentence.text()).contains("second due", "10:00", "was").contains("12:00");
    assertThat(sentence.text()).doesNotContain("11:00");
  }

  private static Due due(String step, String time) {
    return new Due(step, Instant.parse("2024-05-01T" + time + ":00Z"));
  }
}
