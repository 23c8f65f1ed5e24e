package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.book;
import static io.kairos.local.rules.Rules.published;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class RuleListTest {
  private static final DeclarationId NEW = DeclarationId.rule("new");
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void showsWhatIsInForceAndWhatIsToCome() {
    RuleBook book =
        book(
            published(NEW, 1, Status.SHADOW, NOON),
            published(NEW, 2, Status.ACTIVE, NOON, Rules.from(LATER.plusSeconds(90))));

    assertThat(lines(book, RuleList.Scope.CURRENT))
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
    RuleBook book =
        book(
            published(DORMANCY, 2, Status.WITHDRAWN, NOON),
            published(NEW, 1, Status.ACTIVE, NOON, Rules.until(LATER)));

    assertThat(lines(book, RuleList.Scope.CURRENT))
        .contains("2 rules withdrawn or over: --all shows them, too")
        .doesNotContain("dormancy");
    assertThat(lines(book, RuleList.Scope.ALL))
        .containsPattern("dormancy +withdrawn +2")
        .containsPattern("new +over +1");
  }

  @Test
  void saysFirstThatAllIsPaused() {
    Revision off = Switch.PAUSE.nextOfAll(book(), new Authorship("ann", "wrong price"));

    assertThat(lines(book(new Published(off, NOON)), RuleList.Scope.CURRENT).lines().toList())
        .element(1)
        .isEqualTo(
            "ALL RULES ARE PAUSED since 2026-10-24 12:00:10 by ann (wrong price):"
                + " ./kairos rules resume --all");
  }

  @Test
  void namesWhatElseWasPublished() {
    Change table = Rules.change(book(), "tables: {goes-with: {a: b}}\n");

    assertThat(lines(book(new Published(table.after(), NOON)), RuleList.Scope.CURRENT))
        .containsPattern("table/goes-with +active +1 +2026-10-24 12:00:10 +ann");
  }

  private static String lines(RuleBook book, RuleList.Scope scope) {
    RuleList list = new RuleList(book, LATER, new Moments(ZoneOffset.UTC));
    return String.join("\n", list.lines(scope)) + "\n";
  }
}
