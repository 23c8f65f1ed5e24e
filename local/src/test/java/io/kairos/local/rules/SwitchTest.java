package io.kairos.local.rules;

import static io.kairos.local.rules.Rules.ANN;
import static io.kairos.local.rules.Rules.DORMANCY;
import static io.kairos.local.rules.Rules.NOON;
import static io.kairos.local.rules.Rules.from;
import static io.kairos.local.rules.Rules.ledger;
import static io.kairos.local.rules.Rules.published;
import static io.kairos.local.rules.Rules.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.rule.Status;
import io.kairos.local.CommandError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SwitchTest {

  private static final Instant MONDAY = NOON.plus(Duration.ofDays(2));
  private static final Instant LATER = NOON.plusSeconds(3600);

  @Test
  void pausesARuleOfTheBaseFileWithItsBodyUnderTheNextNumber() {
    Revision paused = one(Switch.PAUSE, ledger(), NOON);

    assertThat(paused.key()).isEqualTo("rule/dormancy@2");
    assertThat(paused.status()).isEqualTo(Status.PAUSED);
    assertThat(paused.body()).isEqualTo(version(ledger(), 1).body());
    assertThat(paused.terms().note()).isEqualTo("more sales");
  }

  @Test
  void resumesWhatThePauseTookAway() {
    Ledger shadow = ledger(published(DORMANCY, 2, Status.SHADOW, NOON, until(MONDAY)));
    Ledger paused = with(shadow, Switch.PAUSE, LATER);

    Revision resumed = one(Switch.RESUME, paused, LATER.plusSeconds(60));

    assertThat(version(paused, 3).terms().period()).isEqualTo(until(MONDAY));
    assertThat(resumed.number()).isEqualTo(4);
    assertThat(resumed.status()).isEqualTo(Status.SHADOW);
    assertThat(resumed.body()).isEqualTo(version(shadow, 2).body());
    assertThat(resumed.terms().period()).isEqualTo(until(MONDAY));
  }

  @Test
  void resumesWhatHeldAtOnceAndWhatWasPlannedOnItsDay() {
    Ledger planned = ledger(published(DORMANCY, 2, Status.SHADOW, NOON, from(MONDAY)));
    Ledger paused = with(planned, Switch.PAUSE, LATER);
    Ledger resumed = with(paused, Switch.RESUME, LATER.plusSeconds(60));

    assertThat(version(paused, 3).body()).isEqualTo(version(planned, 1).body());
    assertThat(inForce(paused, MONDAY).status()).isEqualTo(Status.PAUSED);
    assertHolds(resumed, LATER.plusSeconds(70), 4, Status.ACTIVE, version(planned, 1).body());
    assertHolds(resumed, MONDAY.minusMillis(1), 4, Status.ACTIVE, version(planned, 1).body());
    assertHolds(resumed, MONDAY, 5, Status.SHADOW, version(planned, 2).body());
  }

  @Test
  void resumesAtOnceWhatWasPlannedForADayOfThePause() {
    Ledger planned = ledger(published(DORMANCY, 2, Status.ACTIVE, NOON, from(MONDAY)));
    Ledger paused = with(planned, Switch.PAUSE, LATER);

    Revision resumed = one(Switch.RESUME, paused, MONDAY);

    assertThat(resumed.number()).isEqualTo(4);
    assertThat(resumed.body()).isEqualTo(version(planned, 2).body());
  }

  @Test
  void keepsThePlanThroughASecondPause() {
    Ledger ledger = ledger(published(DORMANCY, 2, Status.ACTIVE, NOON, from(MONDAY)));
    for (int i = 0; i < 2; i++) {
      ledger = with(ledger, Switch.PAUSE, LATER.plusSeconds(100 * i));
      ledger = with(ledger, Switch.RESUME, LATER.plusSeconds(100 * i + 50));
    }

    assertHolds(ledger, MONDAY.minusMillis(1), 7, Status.ACTIVE, version(ledger, 1).body());
    assertHolds(ledger, MONDAY, 8, Status.ACTIVE, version(ledger, 2).body());
  }

  @Test
  void leavesARuleThatIsOnlyPlannedToItsDay() {
    DeclarationId sale = DeclarationId.rule("sale");
    Ledger planned = ledger(published(sale, 1, Status.ACTIVE, NOON, from(MONDAY)));
    List<Revision> off = next(Switch.PAUSE, planned, sale, NOON);
    Ledger paused = planned.with(List.of(Rules.AT.published(off.get(0))));

    assertThat(next(Switch.RESUME, paused, sale, LATER))
        .singleElement()
        .satisfies(on -> assertThat(on.status()).isEqualTo(Status.ACTIVE))
        .satisfies(on -> assertThat(on.terms().period()).isEqualTo(from(MONDAY)));
  }

  @Test
  void resumesTheBodyThatWasPublishedDuringThePause() {
    Ledger shadow = ledger(published(DORMANCY, 2, Status.SHADOW, NOON));
    Ledger paused = with(shadow, Switch.PAUSE, LATER);
    Published fresh = published(DORMANCY, 4, Status.PAUSED, LATER.plusSeconds(60));

    Revision resumed = one(Switch.RESUME, paused.with(List.of(fresh)), MONDAY);

    assertThat(resumed.status()).isEqualTo(Status.SHADOW);
    assertThat(resumed.body()).isEqualTo(fresh.revision().body());
  }

  @Test
  void resumesForItsDayWhatWasPublishedForLaterDuringThePause() {
    Ledger paused = with(ledger(), Switch.PAUSE, NOON);
    Published plan = published(DORMANCY, 3, Status.PAUSED, LATER, from(MONDAY));

    Ledger resumed = with(paused.with(List.of(plan)), Switch.RESUME, LATER.plusSeconds(60));

    assertHolds(resumed, MONDAY.minusMillis(1), 4, Status.ACTIVE, version(paused, 1).body());
    assertHolds(resumed, MONDAY, 5, Status.ACTIVE, plan.revision().body());
  }

  @Test
  void leavesAPauseThatIsPlannedToItsDay() {
    Ledger planned = ledger(published(DORMANCY, 2, Status.PAUSED, NOON, from(MONDAY)));
    Ledger resumed = with(with(planned, Switch.PAUSE, NOON), Switch.RESUME, LATER);

    assertHolds(resumed, LATER.plusSeconds(60), 4, Status.ACTIVE, version(planned, 1).body());
    assertHolds(resumed, MONDAY, 5, Status.PAUSED, version(planned, 2).body());
  }

  @Test
  void pausesOnARuleThatWasToRunAgainByAPlan() {
    Published plan = published(DORMANCY, 3, Status.ACTIVE, NOON, from(MONDAY));
    Ledger paused = with(ledger(), Switch.PAUSE, NOON).with(List.of(plan));

    assertThat(inForce(with(paused, Switch.PAUSE, LATER), MONDAY).status())
        .isEqualTo(Status.PAUSED);
  }

  @Test
  void activatesARuleThatWasPublishedPausedAfterItsWithdrawal() {
    Ledger paused =
        ledger(
            published(DORMANCY, 2, Status.WITHDRAWN, NOON),
            published(DORMANCY, 3, Status.PAUSED, LATER));

    assertThat(one(Switch.RESUME, paused, MONDAY).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void takesWhatABrokerWhoseClockIsAheadHasJustAppendedForNoPlan() {
    Ledger paused = with(ledger(), Switch.PAUSE, NOON.plusSeconds(5));

    assertThat(one(Switch.RESUME, paused, NOON).number()).isEqualTo(3);
  }

  @Test
  void refusesWhatWouldChangeNothing() {
    Ledger paused = ledger(published(DORMANCY, 2, Status.PAUSED, NOON));

    assertThatThrownBy(() -> one(Switch.RESUME, ledger(), NOON))
        .isInstanceOf(CommandError.class)
        .hasMessage("dormancy is not paused");
    assertThatThrownBy(() -> one(Switch.PAUSE, paused, NOON))
        .hasMessage("dormancy is paused already");
  }

  @Test
  void leavesAWithdrawnRuleToARollback() {
    Ledger withdrawn = ledger(published(DORMANCY, 2, Status.WITHDRAWN, NOON));

    for (Switch to : Switch.values()) {
      assertThatThrownBy(() -> one(to, withdrawn, NOON))
          .isInstanceOf(CommandError.class)
          .hasMessageContaining("publish --rollback dormancy --to VERSION");
    }
  }

  @Test
  void pausesAllByASwitchOfItsOwn() {
    Revision off = Switch.PAUSE.nextOfAll(ledger(), ANN);
    Ledger paused = ledger(Rules.AT.published(off, NOON));
    Revision on = Switch.RESUME.nextOfAll(paused, ANN);

    assertThat(off.key()).isEqualTo("policy/kill-switch@1");
    assertThat(off.status()).isEqualTo(Status.PAUSED);
    assertThat(off.body()).isEmpty();
    assertThat(on.key()).isEqualTo("policy/kill-switch@2");
    assertThat(on.status()).isEqualTo(Status.ACTIVE);
    assertThatThrownBy(() -> Switch.PAUSE.nextOfAll(paused, ANN)).hasMessageContaining("already");
    assertThatThrownBy(() -> Switch.RESUME.nextOfAll(ledger(), ANN)).hasMessageContaining("not");
  }

  private static List<Revision> next(Switch to, Ledger ledger, DeclarationId id, Instant now) {
    Activation at = new Activation(now, Activation.USUAL_DELAY);
    return to.next(ledger.history(id).orElseThrow(), ANN, at);
  }

  private static Revision one(Switch to, Ledger ledger, Instant now) {
    List<Revision> next = next(to, ledger, DORMANCY, now);
    assertThat(next).hasSize(1);
    return next.get(0);
  }

  private static Ledger with(Ledger ledger, Switch to, Instant now) {
    List<Revision> next = next(to, ledger, DORMANCY, now);
    return ledger.with(next.stream().map(one -> Rules.AT.published(one, now)).toList());
  }

  private static Revision version(Ledger ledger, int number) {
    return ledger.history(DORMANCY).orElseThrow().version(number).orElseThrow().revision();
  }

  private static Revision inForce(Ledger ledger, Instant at) {
    return ledger.history(DORMANCY).orElseThrow().inForce(at).orElseThrow().revision();
  }

  private static void assertHolds(
      Ledger ledger, Instant at, int number, Status status, String body) {
    Revision holds = inForce(ledger, at);
    assertThat(holds.number()).isEqualTo(number);
    assertThat(holds.status()).isEqualTo(status);
    assertThat(holds.body()).isEqualTo(body);
  }
}
