package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.ledger;
import static io.kairos.local.rules.Rules.published;
import static io.kairos.local.rules.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.Status;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DifferenceTest {
  private static final Published SECOND =
      published(DORMANCY, 2, Status.PAUSED, NOON.minusSeconds(60));

  @Test
  void showsTheLinesThatDifferWithTwoAround() {
    assertThat(text(ledger(SECOND), rule("dormancy", "5h")))
        .isEqualTo(
            """
            dormancy: changed, version 2 becomes version 3
                id: dormancy
                event: view
              - after: 2h
              + after: 5h
                send: {channel: push, template: hello}

            """);
  }

  @Test
  void showsAllOfWhatIsNew() {
    assertThat(text(ledger(), rule("hello", "5h")))
        .isEqualTo(
            """
            hello: new, version 1
              + id: hello
              + event: view
              + after: 5h
              + send: {channel: push, template: hello}

            """);
  }

  @Test
  void showsStatusAndDates() {
    String dates = "    status: shadow\n    effectiveFrom: 2027-08-09T00:00:00Z\n";

    assertThat(text(ledger(SECOND), rule("dormancy", "2h") + dates))
        .isEqualTo(
            """
            dormancy: changed, version 2 becomes version 3
              - status: paused
              + status: shadow
              - from: at once
              + from: 2027-08-09 00:00:00

            """);
  }

  @Test
  void comparesWithWhatIsInForceAndNotWithAPlan() {
    Published plan =
        published(DORMANCY, 3, Status.ACTIVE, NOON, Rules.from(NOON.plusSeconds(3600)));

    assertThat(text(ledger(SECOND, plan), rule("dormancy", "5h") + "    status: active\n"))
        .startsWith("dormancy: changed, version 2 becomes version 4\n")
        .contains("version 3, which was to hold from 2026-10-24 13:00:00 on, never will")
        .contains("  - status: paused\n  + status: active\n", "- after: 2h", "+ after: 5h");
  }

  @Test
  void countsWhatDoesNotChange() {
    assertThat(text(ledger(), Rules.BASE + "stages: [{id: active}]\n"))
        .startsWith("segment/stages: new, version 1\n")
        .endsWith("4 declarations unchanged\n");
  }

  @Test
  void tellsOfAPlanThatIsOvertaken() {
    Published plan =
        published(DORMANCY, 2, Status.ACTIVE, NOON, Rules.from(NOON.plusSeconds(3600)));

    assertThat(text(ledger(plan), rule("dormancy", "5h")))
        .contains("version 2, which was to hold from 2026-10-24 13:00:00 on, never will");
  }

  @Test
  void isColouredOnATerminalOnly() {
    DifferenceLine added = new DifferenceLine(DifferenceLine.Kind.ADDED, "x");

    assertThat(added.on(DifferenceLine.Paper.PLAIN)).isEqualTo("  + x");
    assertThat(added.on(DifferenceLine.Paper.COLOURED)).isEqualTo("\033[32m  + x\033[0m");
  }

  private static String text(Ledger ledger, String yaml) {
    Proposal proposal = Proposal.of(ledger, Rules.source(yaml).drafts(), Rules.ANN, Rules.AT);
    return new Difference(new Moments(ZoneOffset.UTC))
        .of(proposal.changes()).stream()
            .map(line -> line.on(DifferenceLine.Paper.PLAIN) + "\n")
            .collect(Collectors.joining());
  }
}
