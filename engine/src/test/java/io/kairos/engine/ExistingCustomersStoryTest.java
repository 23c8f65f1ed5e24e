package io.kairos.engine;

import static io.kairos.engine.Declarations.history;
import static io.kairos.engine.Declarations.killSwitch;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers for whom a rule holds already when it, or a version of it, takes effect. */
class ExistingCustomersStoryTest {
  private static final String SILENCE =
      "rules: [{id: d, becomes: activity.idleDays >= 3, send: {channel: push, template: t}}]";
  private static final String SILENCE_TWO =
      "{id: d, becomes: activity.idleDays >= 3, send: {channel: push, template: t}}";

  private static final String SILENCE_S = SILENCE_TWO.replace("id: d", "id: s");

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

  @Test
  void whatHeldBeforeTheKillSwitchHasToFailFirstAfterIt() {
    RuleHistory switched = history("rules: [%s]".formatted(becoming("").body()));
    killSwitch(switched);

    Heard heard = Story.under(switched).at("10:00").views("a").views("b").until("2026-03-11T00:00");

    assertThat(heard.sends("n")).containsExactly("2026-03-10T10:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "existing: fire, "})
  void whoWasSpokenToBeforeTheKillSwitchIsNotAgainAfterIt(String existing) {
    RuleHistory looking = history("rules: [%s]".formatted(becoming(existing).body()));
    killSwitch(looking);
    RuleHistory silent = history(SILENCE.replace("{id", "{" + existing + "again: always, id"));
    killSwitch(silent);

    Heard lookedTwice =
        Story.under(looking)
            .at("10:00")
            .views("a")
            .views("b")
            .at("13:00")
            .views("c")
            .until("2026-03-11T00:00");
    Heard gone = Story.under(silent).at("2026-03-07T10:00").views("a").until("2026-03-20T00:00");

    assertThat(lookedTwice.sends("n")).containsExactly("2026-03-10T10:00");
    assertThat(gone.sends("d")).containsExactly("2026-03-10T10:00");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatBecomesTrueUnderTheKillSwitchIsSpokenOfAfterItWhereARuleFiresAsAfterAPause(
      boolean everything) {
    Heard fires = becomesTrueWhileStopped("existing: fire, ", everything);
    Heard enters = becomesTrueWhileStopped("", everything);

    assertThat(fires.sends("n")).singleElement().asString().startsWith("2026-03-10T14:");
    assertThat(enters.fates("n")).isEmpty();
  }

  /** One who looks twice at one o'clock; the rule, or everything, is stopped from twelve to two. */
  private static Heard becomesTrueWhileStopped(String existing, boolean everything) {
    RuleHistory stopped = history("rules: [%s]".formatted(becoming(existing).body()));
    if (everything) {
      killSwitch(stopped);
    } else {
      stopped.add(rule("n", 2, Status.PAUSED, ""), millis("12:00"));
      stopped.add(rule("n", 3, Status.ACTIVE, ""), millis("14:00"));
    }
    Story story = Story.under(stopped).at("10:00").views("a").at("13:00").views("b");
    return story.until("2026-03-11T00:00");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void soIsASilenceThatWasLongEnoughUnderIt(boolean everything) {
    Heard fires = silentWhileStopped("existing: fire, ", everything);
    Heard enters = silentWhileStopped("", everything);

    assertThat(fires.sends("d")).singleElement().asString().startsWith("2026-03-10T14:");
    assertThat(enters.fates("d")).isEmpty();
  }

  private static Heard silentWhileStopped(String existing, boolean everything) {
    RuleHistory stopped = history(SILENCE.replace("{id", "{" + existing + "id"));
    if (everything) {
      killSwitch(stopped);
    } else {
      stopped.add(rule("d", 2, Status.PAUSED, ""), millis("12:00"));
      stopped.add(rule("d", 3, Status.ACTIVE, ""), millis("14:00"));
    }
    Story story = Story.under(stopped).at("2026-03-07T13:00").views("a");
    return story.until("2026-03-20T00:00");
  }

  @Test
  void whatBecomesTrueRightAfterTheKillSwitchBeginsARun() {
    RuleHistory switched = history("rules: [%s]".formatted(becoming("").body()));
    killSwitch(switched);

    Heard heard =
        Story.under(switched).at("13:00").views("a").at("14:00:01").views("b").until("15:00");

    assertThat(heard.sends("n")).containsExactly("2026-03-10T14:00:01");
  }

  @Test
  void whatElseChangesAfterTheKillSwitchDoesNotHideItsEnd() {
    RuleHistory switched = history("rules: [%s]".formatted(becoming("existing: fire, ").body()));
    killSwitch(switched);
    switched.add(rule("s", 1, Status.ACTIVE, SILENCE_S), millis("14:00:01"));

    Heard heard = Story.under(switched).at("13:00").views("a").views("b").until("15:30");

    assertThat(heard.sends("n")).singleElement().asString().startsWith("2026-03-10T14:");
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

  @ParameterizedTest
  @EnumSource(names = {"ACTIVE", "SHADOW", "PAUSED"})
  void aSilenceThatWasSpokenOfIsNotAgainByALaterVersion(Status meanwhile) {
    String fire = SILENCE_TWO.replace("{id", "{existing: fire, again: always, id");
    RuleHistory silence = history(SILENCE);
    silence.add(rule("d", 2, meanwhile, fire), millis("2026-03-14T00:00"));
    silence.add(rule("d", 3, Status.ACTIVE, fire), millis("2026-03-15T00:00"));

    Story silent = Story.under(silence).at("2026-03-10T10:00").views("a");

    assertThat(silent.until("2026-03-20T00:00").sends("d")).containsExactly("2026-03-13T10:00");
    assertThat(silent.at("2026-03-18T00:00").views("a").until("2026-03-30T00:00").sends("d"))
        .containsExactly("2026-03-13T10:00", "2026-03-21T00:00");
  }

  @Test
  void aSilenceThatAShadowNotedIsSpokenOfOnceItIsLive() {
    RuleHistory silence = history(SILENCE.replace("{id", "{status: shadow, id"));
    silence.add(
        rule("d", 2, Status.ACTIVE, SILENCE_TWO.replace("{id", "{existing: fire, id")),
        millis("2026-03-15T00:00"));

    Heard heard = Story.under(silence).at("2026-03-10T10:00").views("a").until("2026-03-20T00:00");

    assertThat(heard.fates("d")).containsExactly(Fate.SHADOW, Fate.SENT);
  }

  @Test
  void aRepublishedSilenceLosesNobody() {
    RuleHistory silence = history(SILENCE);
    silence.add(rule("d", 2, Status.ACTIVE, SILENCE_TWO), millis("2026-03-13T10:00"));

    Heard before = Story.under(silence).at("2026-03-10T10:00").views("a").until("2026-03-20T00:00");
    Heard after =
        Story.under(silence).at("2026-03-10T10:00:01").views("a").until("2026-03-20T00:00");

    assertThat(before.sends("d")).containsExactly("2026-03-13T10:00");
    assertThat(before.sent("d").get(0).reference().ruleVersion()).isEqualTo(2);
    assertThat(after.sends("d")).containsExactly("2026-03-13T10:00:01");
  }

  @Test
  void aShorterSilenceLetsThoseBeWhoAreSilentLongerAlready() {
    RuleHistory silence = history(SILENCE);
    String shorter = SILENCE_TWO.replace(">= 3", ">= 1");
    silence.add(rule("d", 2, Status.ACTIVE, shorter), millis("2026-03-12T00:00"));

    Story silent = Story.under(silence).at("2026-03-10T10:00").views("a");

    assertThat(silent.until("2026-03-20T00:00").decisions()).isEmpty();
  }

  @Test
  void orSpeaksToThemWithinTheHour() {
    RuleHistory silence = history(SILENCE);
    String shorter = SILENCE_TWO.replace(">= 3", ">= 1").replace("{id", "{existing: fire, id");
    silence.add(rule("d", 2, Status.ACTIVE, shorter), millis("2026-03-12T00:00"));

    Heard heard = Story.under(silence).at("2026-03-10T10:00").views("a").until("2026-03-20T00:00");

    assertThat(heard.sends("d")).singleElement().asString().startsWith("2026-03-12T00:");
  }

  @Test
  void aSilenceThatIsPublishedAgainBeginsNoSecondRunBesideOneThatIsOpen() {
    String later =
        "{id: d, becomes: activity.idleDays >= 3, after: 1d, %ssend: {channel: push, template: t}}";
    RuleHistory silence = history("rules: [%s]".formatted(later.formatted("")));
    silence.add(
        rule("d", 2, Status.ACTIVE, later.formatted("existing: fire, ")),
        millis("2026-03-13T12:00"));

    Heard heard = Story.under(silence).at("10:00").views("a").until("2026-03-16T00:00");

    assertThat(heard.sends("d")).containsExactly("2026-03-14T10:00");
  }

  /** One for whom it holds from ten o'clock on. */
  private Story lookedTwice() {
    return Story.under(rules).at("10:00").views("a").views("b");
  }

  /** The same of one who looks at things of a category. */
  private Story looksAtBooks() {
    return Story.under(rules).at("10:00").views("a", "books").views("b", "books");
  }

  private static Declaration becoming(String more) {
    return rule(
        "n",
        1,
        Status.ACTIVE,
        "{id: n, "
            + more
            + "becomes: activity.viewsIn30Days >= 2, again: always,"
            + " send: {channel: push, template: n}}");
  }

  private void change(String at, Declaration declaration) {
    rules.add(declaration, millis(at));
  }
}
