package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.from;
import static io.kairos.local.rules.Rules.ledger;
import static io.kairos.local.rules.Rules.numbers;
import static io.kairos.local.rules.Rules.published;
import static io.kairos.local.rules.Rules.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.rule.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LedgerTest {
  private static final DeclarationId NEW = DeclarationId.rule("new");
  private static final DeclarationId TABLE = new DeclarationId(Kind.TABLE, "goes-with");
  private static final Instant IN_FORCE = NOON.plus(Activation.USUAL_DELAY);

  @Test
  void countsVersionsFromOneAndThoseOfRulesInTheBaseFileFromTwo() {
    assertThat(ledger().next(NEW)).isEqualTo(1);
    assertThat(ledger().next(TABLE)).isEqualTo(1);
    assertThat(ledger().next(DORMANCY)).isEqualTo(2);
    assertThat(ledger(published(DORMANCY, 2, Status.ACTIVE, NOON)).next(DORMANCY)).isEqualTo(3);
  }

  @Test
  void holdsTheBaseFilesRulesFromTheBeginning() {
    History dormancy = ledger().history(DORMANCY).orElseThrow();

    assertThat(dormancy.inForce(Instant.EPOCH)).contains(dormancy.latest());
    assertThat(dormancy.latest().effectiveAt()).isEqualTo(Instant.MIN);
  }

  @Test
  void letsARecordTakeEffectWhenTheActivationDelayIsOver() {
    Ledger ledger = ledger(published(DORMANCY, 2, Status.ACTIVE, NOON));

    assertThat(inForce(ledger, IN_FORCE.minusMillis(1))).isEqualTo(1);
    assertThat(inForce(ledger, IN_FORCE)).isEqualTo(2);
  }

  @Test
  void waitsForADateThatIsLaterButNotForOneThatIsEarlier() {
    Instant date = NOON.plusSeconds(3600);

    assertThat(published(NEW, 1, Status.ACTIVE, NOON, from(date)).effectiveAt()).isEqualTo(date);
    assertThat(published(NEW, 1, Status.ACTIVE, NOON, from(NOON.minusSeconds(1))).effectiveAt())
        .isEqualTo(IN_FORCE);
  }

  @Test
  void takesTheHighestNumberThatHasBegunAndForgetsPlansBelowIt() {
    Ledger ledger =
        ledger(
            published(DORMANCY, 2, Status.ACTIVE, NOON, from(NOON.plusSeconds(60))),
            published(DORMANCY, 3, Status.PAUSED, NOON));
    History dormancy = ledger.history(DORMANCY).orElseThrow();

    assertThat(numbers(dormancy.pending(NOON))).containsExactly(3);
    assertThat(inForce(ledger, IN_FORCE)).isEqualTo(3);
    assertThat(dormancy.pending(IN_FORCE)).isEmpty();
    assertThat(inForce(ledger, NOON.plusSeconds(60))).isEqualTo(3);
  }

  @Test
  void lendsAKeyThatIsWrittenTwiceToTheLastRecord() {
    Ledger ledger =
        ledger(
            published(DORMANCY, 2, Status.ACTIVE, NOON),
            published(DORMANCY, 2, Status.PAUSED, NOON.plusSeconds(1)));

    assertThat(numbers(ledger.history(DORMANCY).orElseThrow().versions())).containsExactly(1, 2);
    assertThat(ledger.latest(DORMANCY).orElseThrow().revision().status()).isEqualTo(Status.PAUSED);
  }

  @Test
  void composesWhatIsInForceAtAnInstant() {
    Ledger ledger =
        ledger(
            published(DORMANCY, 2, Status.WITHDRAWN, NOON),
            published(NEW, 1, Status.ACTIVE, NOON, until(NOON.plusSeconds(60))));

    assertThat(ledger.document(NOON)).contains("id: dormancy").doesNotContain("id: new");
    assertThat(ledger.document(IN_FORCE)).contains("id: new").doesNotContain("id: dormancy");
    assertThat(ledger.document(NOON.plusSeconds(60))).doesNotContain("id: new", "id: dormancy");
  }

  @Test
  void namesTheInstantsAtWhichSomethingChanges() {
    Ledger ledger =
        ledger(
            published(DORMANCY, 2, Status.ACTIVE, NOON, from(NOON.plusSeconds(60))),
            published(NEW, 1, Status.ACTIVE, NOON.minusSeconds(60), until(NOON.plusSeconds(90))));

    assertThat(ledger.changesFrom(NOON))
        .containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(90));
  }

  @Test
  void isPausedAsAWholeFromTheSwitchOnUntilItIsTurnedBack() {
    DeclarationId kill = DeclarationId.KILL_SWITCH;
    Revision.Terms terms = new Revision.Terms(Period.OPEN, "ann", null);
    Published off = Rules.AT.published(new Revision(kill, 1, Status.PAUSED, "", terms), NOON);
    Published on =
        Rules.AT.published(new Revision(kill, 2, Status.ACTIVE, "", terms), NOON.plusSeconds(60));

    assertThat(ledger(off, on).pauseOfAll(NOON)).isEmpty();
    assertThat(ledger(off, on).pauseOfAll(IN_FORCE)).contains(off);
    assertThat(ledger(off, on).pauseOfAll(IN_FORCE.plusSeconds(60))).isEmpty();
    assertThat(ledger(off).document(IN_FORCE)).contains("status: paused");
    assertThat(ledger(off, on).document(IN_FORCE.plusSeconds(60)))
        .isEqualTo(ledger().document(NOON));
  }

  @Test
  void fillsARuleWithoutABodyFromTheVersionThatHeldBefore() {
    Published second = published(DORMANCY, 2, Status.ACTIVE, NOON);
    Published plan = published(DORMANCY, 3, Status.ACTIVE, NOON, from(NOON.plusSeconds(3600)));
    Ledger ledger = ledger(second, plan, bodiless(DORMANCY, 4), bodiless(DORMANCY, 5));

    assertThat(body(ledger, 4)).isEqualTo(second.revision().body());
    assertThat(body(ledger, 5)).isEqualTo(second.revision().body());
  }

  @Test
  void fillsARecordUnderTheNumberOfTheBaseFileFromThat() {
    assertThat(body(ledger(bodiless(DORMANCY, 1)), 1)).isEqualTo(body(ledger(), 1));
  }

  @Test
  void leavesOutWhatHasNoBodyAndNothingBeforeIt() {
    assertThat(ledger(bodiless(NEW, 1), bodiless(TABLE, 1)).document(IN_FORCE.plusSeconds(60)))
        .isEqualTo(ledger().document(NOON));
  }

  @Test
  void usesTheModelThatIsInForce() {
    Revision.Terms terms = new Revision.Terms(Period.OPEN, "ann", null);
    Revision ours = new Revision(DeclarationId.MODEL, 1, Status.ACTIVE, "name: ours\n", terms);
    Ledger ledger = ledger(Rules.AT.published(ours, NOON));

    assertThat(ledger.model(NOON)).contains("cdnow");
    assertThat(ledger.model(IN_FORCE)).isEqualTo("name: ours\n");
  }

  @Test
  void keepsWhatWasPublishedWhenMoreIsAdded() {
    Ledger ledger = ledger(published(DORMANCY, 2, Status.ACTIVE, NOON));

    Ledger more = ledger.with(List.of(published(NEW, 1, Status.ACTIVE, NOON)));

    assertThat(more.next(DORMANCY)).isEqualTo(3);
    assertThat(more.next(NEW)).isEqualTo(2);
    assertThat(ledger.history(NEW)).isEqualTo(Optional.empty());
  }

  private static Published bodiless(DeclarationId id, int number) {
    Revision.Terms terms = new Revision.Terms(Period.OPEN, null, null);
    Instant appended = NOON.plusSeconds(60);
    return Rules.AT.published(new Revision(id, number, Status.PAUSED, "", terms), appended);
  }

  private static String body(Ledger ledger, int number) {
    History dormancy = ledger.history(DORMANCY).orElseThrow();
    return dormancy.version(number).orElseThrow().revision().body();
  }

  private static int inForce(Ledger ledger, Instant at) {
    return ledger.history(DORMANCY).orElseThrow().inForce(at).orElseThrow().revision().number();
  }
}
