package io.kairos.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.rule.RuleSet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** candidates = sent + held out + stopped + expired + waiting, and no candidate is lost. */
final class FatesAddUpTest {
  private static final RuleSet RULES = ShopHistory.rules(ShopHistory.RULES);

  private static BacktestResult result;

  @BeforeAll
  static void run() throws IOException {
    result = ShopHistory.run(Versions.of(RULES));
  }

  @Test
  void everyCandidateThatWasEverSeenHasOneFateOrWaits() throws Exception {
    CandidateOracle oracle =
        new CandidateOracle(RULES).over(ShopHistory.EVENTS, ShopHistory.END.toEpochMilli());

    assertThat(result.rules())
        .extracting(RuleFigures::rule)
        .containsExactly("cart-steps", "silent", "thanks", "viewed");
    for (RuleFigures rule : result.rules()) {
      assertThat(rule.fates().candidates())
          .as(rule.rule())
          .isPositive()
          .isEqualTo(oracle.candidates(rule.rule()));
    }
  }

  @Test
  void theInputMeetsTheFatesThatTheLawIsAbout() {
    Fates all = result.all().fates();

    assertThat(all.sent()).isPositive();
    assertThat(all.heldOut()).isPositive();
    assertThat(all.waiting()).isPositive();
    assertThat(all.caps()).isNotEmpty();
    assertThat(all.stoppedByFate())
        .containsKeys(
            Fate.STOPPED,
            Fate.CONDITION,
            Fate.NO_CONSENT,
            Fate.AGAIN,
            Fate.QUIET_HOURS,
            Fate.CAPPED);
  }

  @Test
  void theRulesTogetherAreTheirSum() {
    assertThat(result.rules().stream().mapToLong(rule -> rule.fates().candidates()).sum())
        .isEqualTo(result.all().fates().candidates());
    assertThat(result.rules().stream().mapToLong(rule -> rule.fates().waiting()).sum())
        .isEqualTo(result.all().fates().waiting());
  }

  @Test
  void theDaysOfARuleAreTheMessagesItSent() {
    for (RuleFigures rule : result.rules()) {
      long ofDays = rule.days().values().stream().mapToLong(Long::longValue).sum();
      assertThat(ofDays).isEqualTo(rule.fates().sent()).isEqualTo(rule.reach().messages());
    }
  }

  @Test
  void twoPeriodsInARowSendWhatTheWholeSends() throws IOException {
    Instant middle = ShopHistory.END.minus(Duration.ofDays(40));
    BacktestResult before =
        ShopHistory.run(
            Versions.of(RULES), new Period(Optional.empty(), Optional.of(middle.minusMillis(1))));
    BacktestResult after =
        ShopHistory.run(
            Versions.of(RULES), new Period(Optional.of(middle), Optional.of(ShopHistory.END)));

    assertThat(before.all().fates().sent()).isPositive();
    assertThat(after.all().fates().sent()).isPositive();
    assertThat(before.all().fates().sent() + after.all().fates().sent())
        .isEqualTo(result.all().fates().sent());
    assertThat(after.all().fates().waiting()).isEqualTo(result.all().fates().waiting());
  }
}
