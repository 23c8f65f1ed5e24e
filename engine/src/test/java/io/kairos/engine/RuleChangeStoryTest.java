package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.Declaration.Kind;
import io.kairos.engine.rule.RuleFileException;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import io.kairos.engine.trigger.Trigger;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules that change under a customer. */
class RuleChangeStoryTest {
  private static final String BASE =
      """
      rules:
        - {id: r, event: view, after: 1h, again: always, unless: order.placed,
           send: {channel: push, template: one}}
      """;
  private static final String TWO =
      "{id: r, event: view, after: 2h, again: always, send: {channel: push, template: two}}";

  private final RuleHistory rules = history(BASE);
  private final Story story = Story.under(rules);

  @Test
  void aRunBegunUnderOneVersionEndsUnderIt() {
    change("12:00", rule("r", 2, Status.ACTIVE, TWO));

    story.at("11:30").views("a").at("13:00").views("b");
    Heard heard = story.until("20:00");

    assertThat(heard.sends("r")).containsExactly("2026-03-10T12:30", "2026-03-10T15:00");
    assertThat(heard.sent("r"))
        .extracting(t -> t.reference().ruleVersion() + t.message().content().template())
        .containsExactly("1one", "2two");
  }

  @Test
  void takesEffectAtOneInstant() {
    change("12:00", rule("r", 2, Status.ACTIVE, TWO));

    Heard before = Story.under(rules).at("11:59:59.999").views("a").until("20:00");
    Heard after = Story.under(rules).at("12:00").views("a").until("20:00");

    assertThat(before.sent("r").get(0).reference().ruleVersion()).isEqualTo(1);
    assertThat(after.sent("r").get(0).reference().ruleVersion()).isEqualTo(2);
  }

  @Test
  void theIdOfAMessageDoesNotDependOnTheVersion() {
    String before =
        Story.under(history(BASE))
            .at("13:00")
            .views("a")
            .until("20:00")
            .sent("r")
            .get(0)
            .reference()
            .id();
    change("12:00", rule("r", 2, Status.ACTIVE, TWO));

    Trigger after = story.at("13:00").views("a").until("20:00").sent("r").get(0);

    assertThat(after.reference().id()).isEqualTo(before);
  }

  @Test
  void theHigherVersionCountsWhicheverTakesEffectLater() {
    change("12:00", rule("r", 3, Status.ACTIVE, TWO));
    change("13:00", rule("r", 2, Status.ACTIVE, TWO.replace("two", "older")));

    Heard heard = story.at("14:00").views("a").until("20:00");

    assertThat(heard.sent("r").get(0).reference().ruleVersion()).isEqualTo(3);
  }

  @Test
  void whatIsAddedOutOfOrderComesToTheSame() {
    RuleHistory other = history(BASE);
    Declaration second = rule("r", 2, Status.ACTIVE, TWO);
    Declaration third = rule("r", 3, Status.ACTIVE, TWO.replace("2h", "3h"));
    other.add(third, millis("15:00"));
    other.add(second, millis("12:00"));
    change("12:00", second);
    change("15:00", third);

    for (String at : new String[] {"11:00", "13:00", "16:00"}) {
      assertThat(other.at(millis(at)).set().rule("r").version())
          .isEqualTo(rules.at(millis(at)).set().rule("r").version());
    }
  }

  @Test
  void aPausedRuleBeginsNothingAndWhatIsDueDoesNotGoOut() {
    change("12:00", rule("r", 2, Status.PAUSED, ""));

    story.at("11:30").views("a").at("12:45").views("b");
    Heard heard = story.until("20:00");

    assertThat(heard.fates("r")).containsExactly(Fate.PAUSED);
  }

  @Test
  void aPauseEndsWithTheNextVersion() {
    change("12:00", rule("r", 2, Status.PAUSED, ""));
    change("14:00", rule("r", 3, Status.ACTIVE, ""));

    Heard heard = story.at("15:00").views("b").until("20:00");

    assertThat(heard.sends("r")).containsExactly("2026-03-10T16:00");
  }

  @Test
  void theKillSwitchStopsEveryRule() {
    change(
        "12:00", new Declaration(Kind.POLICY, "kill-switch", 1, Status.PAUSED, "", Long.MAX_VALUE));
    change(
        "14:00", new Declaration(Kind.POLICY, "kill-switch", 2, Status.ACTIVE, "", Long.MAX_VALUE));

    story.at("11:30").views("a").at("12:45").views("b").at("15:00").views("c");
    Heard heard = story.until("20:00");

    assertThat(heard.fates("r")).containsExactly(Fate.PAUSED, Fate.SENT);
  }

  @Test
  void withdrawalEndsRunsAndTakesBackWhatIsStillValid() {
    change("12:00", rule("r", 2, Status.WITHDRAWN, ""));

    story.at("10:00").views("a").at("11:30").views("b");
    Heard heard = story.until("20:00");

    assertThat(heard.sends("r")).containsExactly("2026-03-10T11:00");
    assertThat(heard.fates("r")).containsExactly(Fate.SENT, Fate.WITHDRAWN);
    assertThat(heard.cancels()).singleElement().asString().startsWith("WITHDRAWN 2026-03-10T12:");
  }

  @Test
  void customersForWhomItHoldsAlreadyEnterSilently() {
    change("12:00", becoming(""));

    story.at("10:00").views("a").views("b");

    assertThat(story.until("2026-03-11T00:00").fates("n")).isEmpty();
  }

  @Test
  void orARunBeginsForThemWithinTheHour() {
    change("12:00", becoming("existing: fire, "));

    Heard heard = story.at("10:00").views("a").views("b").until("2026-03-11T00:00");

    assertThat(heard.sends("n"))
        .singleElement()
        .asString()
        .isBetween("2026-03-10T12:00", "2026-03-10T13:00");
  }

  @Test
  void whatBecomesTrueRightAfterwardsBeginsOne() {
    change("12:00", becoming(""));

    Heard heard = story.at("10:00").views("a").at("12:00:01").views("b").until("13:00");

    assertThat(heard.sends("n")).containsExactly("2026-03-10T12:00:01");
  }

  @Test
  void aNewVersionDoesNotBeginAgainWhatHeldBefore() {
    change("12:00", becoming(""));
    change("14:00", rule("n", 2, Status.ACTIVE, becoming("existing: fire, ").body()));

    Heard heard = story.at("12:30").views("a").views("b").until("2026-03-11T00:00");

    assertThat(heard.sends("n")).containsExactly("2026-03-10T12:30");
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
  void segmentsChangeForCustomersAtRestWithinTheHour() {
    String segments = "[{id: lookers, when: activity.viewsIn30Days >= 1}]";
    change(
        "12:00",
        new Declaration(Kind.SEGMENT, "segments", 1, Status.ACTIVE, segments, Long.MAX_VALUE));
    change(
        "12:00",
        rule(
            "s",
            1,
            Status.ACTIVE,
            "{id: s, event: segment.entered, send: {channel: push, template: t}}"));

    Heard heard = story.at("10:00").views("a").until("20:00");

    assertThat(heard.isIn("lookers")).isTrue();
    assertThat(heard.sends("s")).singleElement().asString().startsWith("2026-03-10T12:");
  }

  @Test
  void aChangedTableIsNoticedByWhatBecomesTrueOfIt() {
    RuleHistory tables =
        history(
            """
            tables: {best: {books: "no"}}
            rules:
              - {id: n, becomes: "lookup('best', interests.topCategory) == 'yes'",
                 send: {channel: push, template: t}}
            """);
    tables.add(
        new Declaration(Kind.TABLE, "best", 1, Status.ACTIVE, "{books: \"yes\"}", Long.MAX_VALUE),
        millis("12:00"));

    Heard heard = Story.under(tables).at("10:00").views("a", "books").until("20:00");

    assertThat(heard.sends("n")).singleElement().asString().startsWith("2026-03-10T12:");
  }

  @Test
  void whatIsNoRuleGoesBackToTheRuleFileAtItsEnd() {
    String policy = "{consentNeeded: [push]}";
    change(
        "12:00",
        new Declaration(Kind.POLICY, "delivery", 1, Status.ACTIVE, policy, millis("14:00")));

    story.at("10:00").views("a").at("12:00").views("b").at("14:00").views("c");

    assertThat(story.until("20:00").fates("r"))
        .containsExactly(Fate.SENT, Fate.NO_CONSENT, Fate.SENT);
  }

  @Test
  void refusesWhatIsWrongAndStaysAsItWas() {
    assertThatThrownBy(
            () -> change("12:00", rule("r", 2, Status.ACTIVE, TWO.replace("view", "viewed"))))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("No event is called 'viewed'");

    assertThat(rules.at(millis("13:00")).set().rule("r").version()).isEqualTo(1);
    assertThat(rules.editions()).hasSize(1);
  }

  @Test
  void refusesATableThatARuleStillAsksFor() {
    RuleHistory tables =
        history(
            "tables: {t: {a: b}}\n"
                + BASE.replace("after: 1h", "when: \"lookup('t', 'a') == 'b'\""));
    Declaration gone =
        new Declaration(Kind.SEGMENT, "segments", 1, Status.ACTIVE, "[{id: A}]", Long.MAX_VALUE);

    assertThatThrownBy(() -> tables.add(gone, millis("12:00")))
        .isInstanceOf(RuleFileException.class);
    assertThat(tables.editions()).hasSize(1);
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

  @Test
  void whatHeldBeforeTheKillSwitchHasToFailFirstAfterIt() {
    RuleHistory switched = history("rules: [%s]".formatted(becoming("").body()));
    killSwitch(switched);

    Heard heard = Story.under(switched).at("10:00").views("a").views("b").until("2026-03-11T00:00");

    assertThat(heard.sends("n")).containsExactly("2026-03-10T10:00");
  }

  @Test
  void datesBeginAgainAfterTheKillSwitch() {
    RuleHistory switched =
        history("rules: [{id: w, every: week on WED, send: {channel: push, template: t}}]");
    killSwitch(switched);

    Heard heard = Story.under(switched).at("10:00").views("a").until("2026-03-12T00:00");

    assertThat(heard.sends("w")).singleElement().asString().startsWith("2026-03-11T00:");
  }

  /** On from 12 to 14 o'clock. */
  private static void killSwitch(RuleHistory rules) {
    rules.add(killSwitch(1, Status.PAUSED), millis("12:00"));
    rules.add(killSwitch(2, Status.ACTIVE), millis("14:00"));
  }

  private static Declaration killSwitch(int version, Status status) {
    return new Declaration(
        Kind.POLICY, Declaration.KILL_SWITCH, version, status, "", Long.MAX_VALUE);
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
  void attributesThatAreNoLongerDeclaredMakeRoom() {
    RuleHistory words = history("attributes: [a, b, c, d, e]\n" + BASE);
    words.add(
        new Declaration(
            Kind.ATTRIBUTES, "declared", 1, Status.ACTIVE, "attributes: [plan]", Long.MAX_VALUE),
        millis("12:00"));
    String long64 = "x".repeat(64);

    Heard heard =
        Story.under(words)
            .at("10:00")
            .withAttributes(Map.of("a", long64, "b", long64, "c", long64, "d", long64, "e", long64))
            .views("a")
            .at("13:00")
            .withAttributes(Map.of("plan", "gold"))
            .views("b")
            .until("13:00");

    assertThat(heard.facts().profile().custom().attribute("plan")).isEqualTo("gold");
    assertThat(heard.facts().profile().custom().attributes()).hasSize(1);
  }

  @Test
  void refusesATableWhoseEndWouldLeaveARuleWithoutIt() {
    change("10:00", table(1, "{a: b}", Long.MAX_VALUE));
    change(
        "11:00",
        rule(
            "r",
            2,
            Status.ACTIVE,
            TWO.replace("after", "when: \"lookup('t', 'a') == 'b'\", after")));
    int before = rules.editions().size();

    assertThatThrownBy(() -> change("12:00", table(2, "{a: c}", millis("14:00"))))
        .isInstanceOf(RuleFileException.class);

    assertThat(rules.editions()).hasSize(before);
    assertThat(rules.at(millis("13:00")).set()).isSameAs(rules.at(millis("11:00")).set());
  }

  @Test
  void judgesAnEndByTheRulesOfThen() {
    String asking = TWO.replace("after", "when: \"lookup('t', 'a') == 'b'\", after");
    change("10:00", table(1, "{a: b}", Long.MAX_VALUE));
    change("13:00", rule("r", 2, Status.ACTIVE, asking));

    assertThatThrownBy(() -> change("12:00", table(2, "{a: c}", millis("14:00"))))
        .as("a rule asks for it from 13:00 on")
        .isInstanceOf(RuleFileException.class);

    change("13:30", rule("r", 3, Status.ACTIVE, TWO));
    change("12:00", table(2, "{a: c}", millis("14:00")));

    assertThatThrownBy(() -> change("14:00", rule("r", 4, Status.ACTIVE, asking)))
        .as("then it is over")
        .isInstanceOf(RuleFileException.class);
  }

  private static Declaration table(int version, String body, long toMillis) {
    return new Declaration(Kind.TABLE, "t", version, Status.ACTIVE, body, toMillis);
  }

  private static final String SILENCE =
      "rules: [{id: d, becomes: activity.idleDays >= 3, send: {channel: push, template: t}}]";
  private static final String SILENCE_TWO =
      "{id: d, becomes: activity.idleDays >= 3, send: {channel: push, template: t}}";

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

  private static Declaration rule(String id, int version, Status status, String body) {
    return new Declaration(Kind.RULE, id, version, status, body, Long.MAX_VALUE);
  }

  private void change(String at, Declaration declaration) {
    rules.add(declaration, millis(at));
  }

  private static long millis(String at) {
    return Story.millis(LocalDateTime.parse(at.contains("T") ? at : "2026-03-10T" + at));
  }

  private static RuleHistory history(String yaml) {
    return RuleHistory.of(yaml, ModelFile.defaults(), "CNY", Set.of());
  }
}
