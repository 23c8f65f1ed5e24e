package io.kairos.local.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.stories.TimeWriter;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrialReportTest {

  @Test
  void keepsFromTheTerminalWhatAnEventMayHold() {
    Answer answer = new Answer("cart", "", "no \u001b[2J yet", new Answer.NotBegun());
    TrialReport report =
        new TrialReport(
            new History("an\u009bna", List.of(), 0),
            List.of(answer),
            new TimeWriter(ZoneOffset.UTC));

    assertThat(report.lines())
        .contains("cart  says nothing", "  no  [2J yet")
        .anySatisfy(line -> assertThat(line).startsWith("Customer an na as of 1970-01-01 00:00"));
  }
}
