package io.kairos.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChapterTest {

  @Test
  void aSoundInstallationGivesNoWarning() {
    assertThat(findings(Known.sound().with(Samples.late(1_000, 0, 0))))
        .extracting(Finding::verdict)
        .doesNotContain(Verdict.WRONG, Verdict.WARNING)
        .contains(Verdict.OK);
  }

  @Test
  void theWorstComesFirst() {
    Known sick =
        Known.sound()
            .with(Known.topic(Topics.CART, "cleanup.policy", "compact"))
            .with(Known.topic(Topics.CUSTOMERS, "message.timestamp.type", "CreateTime"));

    List<Finding> topics = Chapter.of(sick.installation()).get(1).findings();

    assertThat(topics).extracting(Finding::verdict).isSorted().startsWith(Verdict.WRONG);
    assertThat(topics.get(0).subject()).isEqualTo("kairos.cart");
  }

  @Test
  void whateverIsNotWellSaysWhy() {
    Known sick = Known.sound().with(Known.topic(Topics.CART, "retention.ms", "1"));

    assertThat(findings(sick))
        .filteredOn(finding -> finding.verdict() != Verdict.OK)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.advice().why()).endsWith("."));
  }

  private static List<Finding> findings(Known known) {
    return Chapter.of(known.installation()).stream()
        .flatMap(chapter -> chapter.findings().stream())
        .toList();
  }
}
