package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.Status;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleDocumentTest {
  private static final RuleDocument DOCUMENT =
      new RuleDocument(new Moments(ZoneId.of("Asia/Shanghai")));

  @Test
  void tellsOfTheVersionAndIsAFile() {
    Draft draft =
        Rules.draft(
            "rules:\n  # Why.\n  - id: hello\n    event: view\n    steps:\n      - {id: a}\n");
    Revision.Terms terms =
        new Revision.Terms(Rules.from(NOON.plusSeconds(60)), "ann", "for Nov 11");
    Revision shadow = new Revision(draft.id(), 3, Status.SHADOW, draft.body(), terms);

    assertThat(DOCUMENT.lines(Rules.AT.published(shadow, NOON)))
        .containsExactly(
            "# hello, version 3: shadow, since 2026-10-24 20:01:00 Asia/Shanghai, published by ann",
            "# for Nov 11",
            "rules:",
            "  # Why.",
            "  - id: hello",
            "    event: view",
            "    steps:",
            "    - {id: a}",
            "    status: shadow",
            "    effectiveFrom: 2026-10-24T12:01:00Z");
  }

  @Test
  void ofEverythingThatShipsDeclaresTheSameAgain() {
    Ledger ledger = Ledger.of(BaseRules.shipped(), List.of());

    for (History history : ledger.histories()) {
      String file = String.join("\n", DOCUMENT.lines(history.latest())) + "\n";
      assertThat(Rules.source(file).drafts())
          .as(file)
          .singleElement()
          .satisfies(
              draft -> {
                assertThat(draft.id()).isEqualTo(history.id());
                assertThat(YamlBody.isSame(draft.body(), history.latest().revision().body()))
                    .isTrue();
              });
    }
  }
}
