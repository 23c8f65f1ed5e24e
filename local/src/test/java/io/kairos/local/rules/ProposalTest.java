package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.book;
import static io.kairos.local.rules.Rules.rule;
import static io.kairos.local.rules.Rules.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProposalTest {
  private static final String ASKS_FOR_A_SEGMENT =
      """
      rules:
        - id: greeting
          event: view
          when: segment('rich')
          send: {channel: push, template: hello}
      """;

  @Test
  void isReadTogetherWithWhatIsDeclaredAlready() {
    assertThat(fault(book(), ASKS_FOR_A_SEGMENT)).isEmpty();
    assertThat(fault(book(), ASKS_FOR_A_SEGMENT.replace("rich", "poor")).orElseThrow().message())
        .contains("poor");
  }

  @Test
  void isRefusedWhereItTakesAwayWhatAnotherRuleNeeds() {
    Published greeting = publication(ASKS_FOR_A_SEGMENT, Period.OPEN, NOON.minusSeconds(60));

    assertThat(fault(book(greeting), "segments: []\n").orElseThrow().message())
        .contains("greeting", "rich");
  }

  @Test
  void isRefusedWhereItTakesAwayWhatAPlanNeeds() {
    Period later = Rules.from(NOON.plusSeconds(86_400));
    Published greeting = publication(ASKS_FOR_A_SEGMENT, later, NOON.minusSeconds(60));

    assertThat(fault(book(greeting), "segments: []\n")).isPresent();
    assertThat(fault(book(greeting), rule("another", "1h"))).isEmpty();
  }

  @Test
  void isRefusedWithAModelThatTheEngineDoesNotTake() {
    String model = "name: ours\ndaysPerUnit: 7\npurchases: {r: 1}\nspend: {p: 6, q: 3, v: 15}\n";

    assertThat(fault(book(), model).orElseThrow().message()).contains("purchases");
  }

  @Test
  void comparesTheRuleFilesBeforeAndAfter() {
    Proposal proposal = proposal(book(), rule("another", "1h"));

    assertThat(proposal.documentBefore()).contains("dormancy").doesNotContain("another");
    assertThat(proposal.documentAfter()).contains("dormancy", "another");
  }

  private static Published publication(String yaml, Period period, Instant appended) {
    Draft draft = Rules.draft(yaml);
    Revision.Terms terms = new Revision.Terms(period, "ann", null);
    return new Published(new Revision(draft.id(), 1, Status.ACTIVE, draft.body(), terms), appended);
  }

  private static Proposal proposal(RuleBook book, String yaml) {
    return Proposal.of(book, source(yaml).drafts(), Rules.ANN, NOON);
  }

  private static Optional<Fault> fault(RuleBook book, String yaml) {
    return proposal(book, yaml).fault(source(yaml), "CNY");
  }
}
