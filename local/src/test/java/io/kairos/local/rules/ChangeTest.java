package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.change;
import static io.kairos.local.rules.Rules.from;
import static io.kairos.local.rules.Rules.ledger;
import static io.kairos.local.rules.Rules.published;
import static io.kairos.local.rules.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangeTest {
  private static final Instant MONDAY = NOON.plus(Duration.ofDays(2));
  private static final String AFTER_MONDAY = "    effectiveFrom: 2030-01-01T00:00:00Z\n";
  private static final Published SECOND =
      published(DORMANCY, 2, Status.ACTIVE, NOON.minusSeconds(60));

  @Test
  void isNewWhereNothingWasDeclared() {
    Change change = change(ledger(), rule("new", "1h"));

    assertThat(change.effect()).isEqualTo(Change.Effect.NEW);
    assertThat(change.after().key()).isEqualTo("rule/new@1");
    assertThat(change.after().terms())
        .isEqualTo(new Revision.Terms(Period.OPEN, "ann", "more sales"));
  }

  @Test
  void followsTheLastVersion() {
    Change change = change(ledger(SECOND), rule("dormancy", "5h"));

    assertThat(change.effect()).isEqualTo(Change.Effect.CHANGED);
    assertThat(change.after().key()).isEqualTo("rule/dormancy@3");
  }

  @Test
  void isNoneWhereOnlyOrderQuotesAndCommentsDiffer() {
    String same =
        """
        rules:
          # as before
          - send: {template: "hello", channel: push}
            version: 9
            after: 2h
            event: view
            id: dormancy
        """;

    assertThat(change(ledger(SECOND), same).isToBeWritten()).isFalse();
  }

  @Test
  void isNoneForTheBaseFileItself() {
    Proposal proposal =
        Proposal.of(ledger(), Rules.source(Rules.BASE).drafts(), Rules.ANN, Rules.AT);

    assertThat(proposal.revisions()).isEmpty();
    assertThat(proposal.changes()).hasSize(4);
  }

  @Test
  void isAnotherStatusOfTheSameBody() {
    Change change = change(ledger(SECOND), rule("dormancy", "2h") + "    status: shadow\n");

    assertThat(change.effect()).isEqualTo(Change.Effect.CHANGED);
    assertThat(change.after().status()).isEqualTo(Status.SHADOW);
  }

  @Test
  void leavesAPausedRulePausedUnlessTheFileSaysOtherwise() {
    Ledger paused = ledger(published(DORMANCY, 2, Status.PAUSED, NOON.minusSeconds(60)));

    assertThat(change(paused, rule("dormancy", "5h")).after().status()).isEqualTo(Status.PAUSED);
    assertThat(change(paused, rule("dormancy", "5h") + "    status: active\n").after().status())
        .isEqualTo(Status.ACTIVE);
  }

  @Test
  void leavesARulePausedThatAPlanWouldLetRunAgain() {
    Ledger ledger =
        ledger(
            published(DORMANCY, 2, Status.PAUSED, NOON.minusSeconds(60)),
            published(DORMANCY, 3, Status.ACTIVE, NOON.minusSeconds(30), from(MONDAY)));

    Change atOnce = change(ledger, rule("dormancy", "5h"));
    Change afterThePlan = change(ledger, rule("dormancy", "5h") + AFTER_MONDAY);

    assertThat(atOnce.after().key()).isEqualTo("rule/dormancy@4");
    assertThat(atOnce.after().status()).isEqualTo(Status.PAUSED);
    assertThat(afterThePlan.after().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void leavesARuleRunningThatAPlanWouldPause() {
    Ledger ledger =
        ledger(SECOND, published(DORMANCY, 3, Status.PAUSED, NOON.minusSeconds(30), from(MONDAY)));

    Change atOnce = change(ledger, rule("dormancy", "5h"));
    Change afterThePlan = change(ledger, rule("dormancy", "5h") + AFTER_MONDAY);

    assertThat(atOnce.after().status()).isEqualTo(Status.ACTIVE);
    assertThat(afterThePlan.after().status()).isEqualTo(Status.PAUSED);
  }

  @Test
  void isOneWhereWhatHoldsIsToStayInPlaceOfAPlan() {
    Published plan = published(DORMANCY, 3, Status.ACTIVE, NOON, from(MONDAY));

    assertThat(change(ledger(SECOND), rule("dormancy", "2h")).isToBeWritten()).isFalse();
    assertThat(change(ledger(SECOND, plan), rule("dormancy", "2h")).isToBeWritten()).isTrue();
  }

  @Test
  void isNoneWhereAPlanIsPublishedAgain() {
    Published plan = published(DORMANCY, 3, Status.ACTIVE, NOON, from(MONDAY));
    String again = rule("dormancy", "3h") + "    effectiveFrom: " + MONDAY + "\n";

    assertThat(change(ledger(SECOND, plan), again).isToBeWritten()).isFalse();
  }

  @Test
  void bringsAWithdrawnRuleBack() {
    Ledger withdrawn = ledger(published(DORMANCY, 2, Status.WITHDRAWN, NOON.minusSeconds(60)));

    assertThat(change(withdrawn, rule("dormancy", "2h")).after().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void isOneWhereAPlanIsMovedButNotWhereTheSameHoldsAlready() {
    Published planned = published(DORMANCY, 2, Status.ACTIVE, NOON, from(NOON.plusSeconds(3600)));
    String later = rule("dormancy", "2h") + "    effectiveFrom: 2030-01-01T00:00:00Z\n";

    assertThat(change(ledger(planned), rule("dormancy", "2h")).isToBeWritten()).isTrue();
    assertThat(change(ledger(planned), later).isToBeWritten()).isTrue();
    assertThat(change(ledger(SECOND), later).isToBeWritten()).isFalse();
  }

  @Test
  void namesThePlanThatItOvertakes() {
    Published planned = published(DORMANCY, 2, Status.ACTIVE, NOON, from(NOON.plusSeconds(3600)));

    assertThat(change(ledger(planned), rule("dormancy", "5h")).overtaken())
        .containsExactly(planned);
    assertThat(change(ledger(SECOND), rule("dormancy", "5h")).overtaken()).isEmpty();
  }

  @Test
  void keepsTheAttributesWhereAFileDeclaresEventsOnly() {
    assertThat(change(ledger(), "events: [scan, tap]\n").after().body())
        .isEqualTo("events: [scan, tap]\nattributes: [size]\n");
  }

  @Test
  void ofARollbackIsTheOldBodyUnderANewNumber() {
    Revision older = SECOND.revision();
    Ledger ledger = ledger(SECOND, published(DORMANCY, 3, Status.PAUSED, NOON.minusSeconds(30)));

    Change change =
        Proposal.of(ledger, List.of(Draft.again(older)), Rules.ANN, Rules.AT).changes().get(0);

    assertThat(change.after().number()).isEqualTo(4);
    assertThat(change.after().body()).isEqualTo(older.body());
    assertThat(change.after().status()).isEqualTo(Status.ACTIVE);
  }
}
