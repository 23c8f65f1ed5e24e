package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.ledger;
import static io.kairos.local.rules.Rules.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class RuleListTest {
  private static final DeclarationId NEW = DeclarationId.rule("new");
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void showsWhatIsInForceAndWhatIsToCome() {
    Ledger ledger =
        ledger(
            published(NEW, 1, Status.SHADOW, NOON),
            published(NEW, 2, Status.ACTIVE, NOON, Rules.from(LATER.plusSeconds(90))));

    assertThat(lines(ledger, RuleList.Scope.CURRENT))
        .isEqualTo(
            """
            Rules at 2026-10-24 12:01:00 Z

            rule      status  version  since                start                    steps  channels  owner  name
            dormancy  active  1        always               activity.idleDays >= 30  1      sms
            new       shadow  1        2026-10-24 12:00:10  view                     1      push

            Not yet in force
              what  status  version  from                 in          published by
              new   active  2        2026-10-24 12:02:30  1 min 30 s  ann
            """);
  }

  @Test
  void hidesWhatIsGoneUnlessAskedForAll() {
    Ledger ledger =
        ledger(
            published(DORMANCY, 2, Status.WITHDRAWN, NOON),
            published(NEW, 1, Status.ACTIVE, NOON, Rules.until(LATER)));

    assertThat(lines(ledger, RuleList.Scope.CURRENT))
        .contains("2 rules withdrawn or over: --all shows them, too")
        .doesNotContain("dormancy");
    assertThat(lines(ledger, RuleList.Scope.ALL))
        .containsPattern("dormancy +withdrawn +2")
        .containsPattern("new +over +1");
  }

  @Test
  void saysFirstThatAllIsPaused() {
    Revision off = Switch.PAUSE.nextOfAll(ledger(), new Authorship("ann", "wrong price"));

    assertThat(
            lines(ledger(Rules.AT.published(off, NOON)), RuleList.Scope.CURRENT).lines().toList())
        .element(1)
        .isEqualTo(
            "ALL RULES ARE PAUSED since 2026-10-24 12:00:10 by ann (wrong price):"
                + " ./kairos rules resume --all");
  }

  @Test
  void namesWhatElseWasPublished() {
    Change table = Rules.change(ledger(), "tables: {goes-with: {a: b}}\n");

    assertThat(lines(ledger(Rules.AT.published(table.after(), NOON)), RuleList.Scope.CURRENT))
        .containsPattern("table/goes-with +active +1 +2026-10-24 12:00:10 +ann");
  }

  private static String lines(Ledger ledger, RuleList.Scope scope) {
    RuleList list = new RuleList(ledger, LATER, new Moments(ZoneOffset.UTC));
    return String.join("\n", list.lines(scope)) + "\n";
  }
}
