package io.kairos.engine;

import static io.kairos.engine.Declarations.history;
import static io.kairos.engine.Declarations.killSwitch;
import static io.kairos.engine.Declarations.millis;
import static io.kairos.engine.Declarations.rule;
import static io.kairos.engine.TwoVersions.BASE;
import static io.kairos.engine.TwoVersions.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.rule.Declaration;
import io.kairos.engine.rule.Declaration.Kind;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import io.kairos.engine.trigger.Trigger;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules that change under a customer. */
class RuleChangeStoryTest {
  private static final int MINUTE_MILLIS = 60 * 1000;
  private static final int HOUR_MILLIS = 60 * MINUTE_MILLIS;

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
  void datesBeginAgainAfterTheKillSwitch() {
    RuleHistory switched =
        history("rules: [{id: w, every: week on WED, send: {channel: push, template: t}}]");
    killSwitch(switched);

    Heard heard = Story.under(switched).at("10:00").views("a").until("2026-03-12T00:00");

    assertThat(heard.sends("w")).singleElement().asString().startsWith("2026-03-11T00:");
  }

  @Test
  void aDateThatBeginsBetweenTheEffectOfItsRuleAndAnEventIsKept() {
    String beginningAfterHalfPast =
        IntStream.range(0, 1000)
            .mapToObj(i -> "u" + i)
            .filter(id -> Calendar.spreadOf(id) % HOUR_MILLIS / MINUTE_MILLIS == 40)
            .findFirst()
            .orElseThrow();
    change(
        "2026-03-12T00:20",
        rule(
            "w",
            1,
            Status.ACTIVE,
            "{id: w, every: 2026-03-12, send: {channel: push, template: t}}"));

    Story quiet = Story.under(beginningAfterHalfPast, rules).at("10:00").views("a");
    Story active =
        Story.under(beginningAfterHalfPast, rules)
            .at("10:00")
            .views("a")
            .at("2026-03-12T00:50")
            .views("b");

    assertThat(quiet.until("2026-03-13T00:00").sends("w")).hasSize(1);
    assertThat(active.until("2026-03-13T00:00").sends("w")).containsExactly("2026-03-12T00:50");
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

  private void change(String at, Declaration declaration) {
    rules.add(declaration, millis(at));
  }
}
