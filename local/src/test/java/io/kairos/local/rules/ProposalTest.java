package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.ledger;
import static io.kairos.local.rules.Rules.published;
import static io.kairos.local.rules.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Status;
import org.junit.jupiter.api.Test;

/** The two rule files that a preview compares. */
final class ProposalTest {

  @Test
  void knowsTheFilesBeforeAndAfter() {
    Proposal proposal = proposal(ledger(), rule("another", "1h"));

    assertThat(proposal.documentBefore()).contains("dormancy").doesNotContain("another");
    assertThat(proposal.documentAfter()).contains("dormancy", "another");
  }

  @Test
  void saysThatARuleOnlyWatchesOnceItIsPublishedForShadow() {
    Proposal proposal =
        proposal(ledger(), rule("dormancy", "1h").stripTrailing() + "\n    status: shadow\n");

    assertThat(dormancy(proposal.documentBefore())).isEqualTo(Status.ACTIVE);
    assertThat(dormancy(proposal.documentAfter())).isEqualTo(Status.SHADOW);
  }

  @Test
  void saysThatAPausedRuleStaysPaused() {
    Published paused = published(DORMANCY, 2, Status.PAUSED, NOON.minusSeconds(60));
    Proposal proposal = proposal(ledger(paused), rule("dormancy", "5h"));

    assertThat(dormancy(proposal.documentBefore())).isEqualTo(Status.PAUSED);
    assertThat(dormancy(proposal.documentAfter())).isEqualTo(Status.PAUSED);
  }

  @Test
  void holdsEveryRuleOfTheFileAfterThoughTheyBeginOneAfterTheOther() {
    String file =
        rule("first", "1h")
            + "    effectiveTo: 2026-11-01T00:00:00Z\n"
            + rule("second", "1h").replace("rules:\n", "")
            + "    effectiveFrom: 2026-12-01T00:00:00Z\n";

    assertThat(parsed(proposal(ledger(), file).documentAfter()).rules())
        .containsOnlyKeys("dormancy", "first", "second");
  }

  private static Proposal proposal(Ledger ledger, String yaml) {
    return Proposal.of(ledger, Rules.source(yaml).drafts(), Rules.ANN, Rules.AT);
  }

  private static Status dormancy(String document) {
    return parsed(document).rule("dormancy").life().status();
  }

  private static RuleSet parsed(String document) {
    return RuleFile.parse(document, "CNY");
  }
}
