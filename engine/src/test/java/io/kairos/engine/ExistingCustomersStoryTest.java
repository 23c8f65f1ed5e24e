package io.kairos.engine;

import static io.kairos.engine.Becoming.becoming;
import static io.kairos.engine.Declarations.history;
import static io.kairos.engine.Declarations.millis;
import static io.kairos.engine.Declarations.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.Declaration.Kind;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers for whom a rule holds already when it, or a version of it, takes effect. */
class ExistingCustomersStoryTest {
  private static final String LOOKERS =
      "{id: s, becomes: \"segment('lookers')\", again: always, send: {channel: push, template: t}}";

  private final RuleHistory rules = history("rules: []");

  @Test
  void customersForWhomItHoldsAlreadyEnterSilently() {
    change("12:00", becoming(""));

    assertThat(lookedTwice().until("2026-03-11T00:00").fates("n")).isEmpty();
  }

  @Test
  void orARunBeginsForThemWithinTheHour() {
    change("12:00", becoming("existing: fire, "));

    Heard heard = lookedTwice().until("2026-03-11T00:00");

    assertThat(heard.sends("n"))
        .singleElement()
        .asString()
        .isBetween("2026-03-10T12:00", "2026-03-10T13:00");
  }

  @Test
  void whatBecomesTrueRightAfterwardsBeginsOne() {
    change("12:00", becoming(""));

    Heard heard =
        Story.under(rules).at("10:00").views("a").at("12:00:01").views("b").until("13:00");

    assertThat(heard.sends("n")).containsExactly("2026-03-10T12:00:01");
  }

  @Test
  void aNewVersionDoesNotBeginAgainWhatHeldBefore() {
    change("12:00", becoming(""));
    change("14:00", rule("n", 2, Status.ACTIVE, becoming("existing: fire, ").body()));

    Heard heard = Story.under(rules).at("12:30").views("a").views("b").until("2026-03-11T00:00");

    assertThat(heard.sends("n")).containsExactly("2026-03-10T12:30");
  }

  @Test
  void whatBecomesTrueBetweenItsEffectAndTheFirstLookBeginsOne() {
    change(
        "2026-03-12T12:00",
        rule(
            "n",
            1,
            Status.ACTIVE,
            "{id: n, becomes: activity.knownDays >= 2, send: {channel: push, template: n}}"));
    int begun = 0;
    for (int minute = 1; minute < 60; minute += 7) {
      String first = "2026-03-10T12:%02d".formatted(minute);
      Heard heard = Story.under(rules).at(first).views("a").until("2026-03-12T20:00");
      begun += heard.sends("n").size();
    }

    assertThat(begun).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer", "category"})
  void aVersionAfterAGapIsSilentWhereAnEarlierOneSpoke(String per) {
    String of = "existing: fire, per: " + per + ", ";
    change("12:00", becoming(of + "effectiveTo: 2026-03-10T13:30:00+08:00, "));
    change("16:00", rule("n", 2, Status.ACTIVE, becoming(of).body()));

    Heard heard = looksAtBooks().at("15:00").views("c", "books").until("2026-03-11T00:00");

    assertThat(heard.sends("n")).singleElement().asString().startsWith("2026-03-10T12:");
  }

  @Test
  void soIsOneThatTakesEffectLaterThanItsRecord() {
    change("12:00", becoming("existing: fire, "));
    String later = "existing: fire, effectiveFrom: 2026-03-10T16:00:00+08:00, ";
    change("14:00", rule("n", 2, Status.ACTIVE, becoming(later).body()));

    Heard heard = lookedTwice().at("15:00").views("c").until("2026-03-11T00:00");

    assertThat(heard.sends("n")).singleElement().asString().startsWith("2026-03-10T12:");
  }

  @Test
  void aVersionAfterAGapSpeaksWhereItFailedMeanwhile() {
    String full =
        "{id: n, existing: fire, %sbecomes: cart.count >= 1, again: always,"
            + " send: {channel: push, template: n}}";
    String ends = "effectiveTo: 2026-03-10T13:30:00+08:00, ";
    change("12:00", rule("n", 1, Status.ACTIVE, full.formatted(ends)));
    change("16:00", rule("n", 2, Status.ACTIVE, full.formatted("")));

    Story kept = Story.under(rules).at("10:00").adds("tea", 1, 5_00);
    Story refilled = Story.under(rules).at("10:00").adds("tea", 1, 5_00).at("14:00").emptiesCart();

    assertThat(kept.at("15:00").adds("cup", 1, 5_00).until("2026-03-11T00:00").sends("n"))
        .hasSize(1);
    assertThat(refilled.at("15:00").adds("cup", 1, 5_00).until("2026-03-11T00:00").sends("n"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("2026-03-10T16:");
  }

  @Test
  void aVersionAfterAWithdrawalIsNewToEverybody() {
    change("12:00", becoming("existing: fire, "));
    change("14:00", rule("n", 2, Status.WITHDRAWN, ""));
    change("16:00", rule("n", 3, Status.ACTIVE, becoming("existing: fire, ").body()));

    assertThat(lookedTwice().until("2026-03-11T00:00").sends("n")).hasSize(2);
  }

  @Test
  void aRuleWhoseSegmentIsDeclaredBesideItLetsThemBe() {
    change(
        "12:00",
        new Declaration(
            Kind.SEGMENT,
            "segments",
            1,
            Status.ACTIVE,
            "[{id: lookers, when: activity.viewsIn30Days >= 2}]",
            Long.MAX_VALUE));
    change("12:00", rule("s", 1, Status.ACTIVE, LOOKERS));

    Heard atRest = lookedTwice().until("2026-03-11T00:00");
    Heard active = lookedTwice().at("12:00:01").views("c").until("2026-03-11T00:00");
    Heard justNow =
        Story.under(rules).at("10:00").views("a").at("12:00:01").views("b").until("13:00");

    assertThat(atRest.isIn("lookers")).isTrue();
    assertThat(atRest.fates("s")).isEmpty();
    assertThat(active.fates("s")).isEmpty();
    assertThat(justNow.sends("s")).containsExactly("2026-03-10T12:00:01");
  }

  @Test
  void aShadowThatGoesLiveSpeaksToThem() {
    change("12:00", rule("n", 1, Status.SHADOW, becoming("existing: fire, ").body()));
    change("14:00", rule("n", 2, Status.ACTIVE, ""));

    Heard heard = lookedTwice().until("2026-03-11T00:00");

    assertThat(heard.fates("n")).containsExactly(Fate.SHADOW, Fate.SENT);
    assertThat(heard.sends("n")).singleElement().asString().startsWith("2026-03-10T14:");
  }

  @Test
  void andThatStaysInShadowForAWhileForgetsNobodyItSpokeTo() {
    change("12:00", becoming("existing: fire, "));
    change("14:00", rule("n", 2, Status.SHADOW, ""));
    change("16:00", rule("n", 3, Status.ACTIVE, ""));

    Heard heard = lookedTwice().until("2026-03-11T00:00");

    assertThat(heard.fates("n")).containsExactly(Fate.SENT, Fate.SHADOW);
  }

  @Test
  void aTestThatGoesLiveSpeaksToAllButTheTesters() {
    rules.add(
        new Declaration(
            Kind.POLICY, "delivery", 1, Status.ACTIVE, "{testers: [tester]}", Long.MAX_VALUE),
        millis("11:00"));
    change("12:00", rule("n", 1, Status.TEST, becoming("existing: fire, ").body()));
    change("14:00", rule("n", 2, Status.ACTIVE, ""));

    Heard tester =
        Story.under("tester", rules).at("10:00").views("a").views("b").until("2026-03-11T00:00");

    assertThat(tester.sends("n")).singleElement().asString().startsWith("2026-03-10T12:");
    assertThat(lookedTwice().until("2026-03-11T00:00").sends("n"))
        .singleElement()
        .asString()
        .startsWith("2026-03-10T14:");
  }

  @Test
  void aPauseForgetsNobodyItSpokeTo() {
    change("12:00", becoming("existing: fire, "));
    change("14:00", rule("n", 2, Status.PAUSED, ""));
    change("16:00", rule("n", 3, Status.ACTIVE, ""));

    assertThat(lookedTwice().until("2026-03-11T00:00").sends("n")).hasSize(1);
  }

  @Test
  void whatBecomesTrueInAPauseIsSpokenOfAfterIt() {
    change("12:00", becoming("existing: fire, "));
    change("14:00", rule("n", 2, Status.PAUSED, ""));
    change("16:00", rule("n", 3, Status.ACTIVE, ""));

    Heard heard = Story.under(rules).at("15:00").views("a").views("b").until("2026-03-11T00:00");

    assertThat(heard.sends("n")).singleElement().asString().startsWith("2026-03-10T16:");
  }

  /** One for whom it holds from ten o'clock on. */
  private Story lookedTwice() {
    return Story.under(rules).at("10:00").views("a").views("b");
  }

  /** The same of one who looks at things of a category. */
  private Story looksAtBooks() {
    return Story.under(rules).at("10:00").views("a", "books").views("b", "books");
  }

  private void change(String at, Declaration declaration) {
    rules.add(declaration, millis(at));
  }
}
