package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import org.junit.jupiter.api.Test;

/** The job comes back under another rule file while messages wait that the first one began. */
class RuleFileReplacedStoryTest {
  private static final String QUIET = "delivery: {quietHours: {push: \"22:00-08:00\"}}\n";
  private static final String SLEEPY = "{id: sleepy, when: activity.idleDays >= 3}";
  private static final String OTHER =
      "  - {id: other, event: search, send: {channel: push, template: o}}\n";
  private static final String TWO_STEPS =
      """
      rules:
        - id: r
          event: view
          again: always
          steps:
            - {id: first, after: 1h, send: {channel: push, template: one}}
            - {id: second, after: 3h, send: {channel: push, template: two}}
      """;
  private static final String ONE_STEP =
      """
      rules:
        - id: r
          event: view
          again: always
          steps:
            - {id: first, after: 1h, send: {channel: push, template: one}}
      """;

  @Test
  void aRunOfAVariantThatIsGoneGoesOutWithoutOne() {
    String rule =
        "rules:\n  - {id: r, event: view, after: 1h, %ssend: {channel: push, template: t}}";
    String two = "experiment: {variants: {a: {share: 1%}, b: {share: 99%}}}, ";
    String one = "experiment: {variants: {a: {share: 100%}}}, ";

    for (String left : new String[] {one, ""}) {
      Heard heard =
          Story.under(rule.formatted(two))
              .at("10:00")
              .views("tea")
              .at("10:30")
              .under(rule.formatted(left), "12:00");

      assertThat(heard.sends("r")).containsExactly("2026-03-10T11:00");
      assertThat(heard.sent("r").get(0).message().manner().variant()).isNull();
    }
  }

  @Test
  void aRunEndsWhoseLastStepIsGoneAndMakesRoomForAnother() {
    Heard heard =
        Story.under(TWO_STEPS)
            .at("10:00")
            .views("tea")
            .at("11:30")
            .views("tea")
            .at("12:00")
            .views("tea")
            .at("11:45")
            .under(ONE_STEP, "14:00");

    assertThat(heard.sends("r")).containsExactly("2026-03-10T11:00", "2026-03-10T13:00");
    assertThat(heard.decisions())
        .extracting(Decision::fate)
        .containsExactly(Fate.SENT, Fate.RULE_GONE, Fate.SENT);
    assertThat(heard.state().agenda().open()).isEmpty();
  }

  @Test
  void aRunEndsWhoseLastStepIsGoneOfOneWhoDoesNothingMore() {
    Heard heard =
        Story.under(TWO_STEPS).at("10:00").views("tea").at("11:30").under(ONE_STEP, "14:00");

    assertThat(heard.decisions())
        .extracting(Decision::fate)
        .containsExactly(Fate.SENT, Fate.RULE_GONE);
    assertThat(heard.state().agenda().open()).isEmpty();
  }

  @Test
  void aStepThatIsHeldAndGoneIsNotInTheWayOfAnotherThatIsHeld() {
    Heard heard =
        Story.under(QUIET + TWO_STEPS + OTHER)
            .at("19:30")
            .views("tea")
            .at("23:30")
            .searches("tea")
            .at("23:00")
            .under(QUIET + ONE_STEP + OTHER, "2026-03-11T09:00");

    assertThat(heard.sends("other")).singleElement().asString().startsWith("2026-03-11T08:");
  }

  @Test
  void aRuleThatIsGoneWhileItsMessageIsHeldIsNotInTheWayEither() {
    Heard heard =
        Story.under(
                QUIET
                    + TWO_STEPS
                    + "  - {id: other, event: search, after: 5h, "
                    + "send: {channel: push, template: o}}\n")
            .at("19:30")
            .views("tea")
            .at("20:00")
            .searches("tea")
            .at("23:00")
            .under(
                QUIET
                    + "rules:\n  - {id: other, event: search, after: 5h, "
                    + "send: {channel: push, template: o}}\n",
                "2026-03-11T09:00");

    assertThat(heard.sends("other")).singleElement().asString().startsWith("2026-03-11T08:");
  }

  @Test
  void aSegmentThatIsNewIsReckonedWithTheNextEvent() {
    Heard heard =
        lookingAgain("").under("rules: []\nsegments: [" + SLEEPY + "]\n", "2026-03-16T00:00");

    assertThat(heard.isIn("sleepy")).isTrue();
  }

  @Test
  void aSegmentThatIsGoneIsLeftWithTheNextEvent() {
    Heard heard =
        lookingAgain("segments: [{id: lookers, when: activity.viewsIn30Days >= 1}]")
            .under("rules: []\nsegments: [" + SLEEPY + "]\n", "2026-03-10T12:00");

    assertThat(heard.isIn("lookers")).isFalse();
  }

  @Test
  void whatTimeMakesTrueIsReckonedWithTheNextEvent() {
    String gone = "activity.idleDays >= 3 && activity.viewsIn30Days >= 1";
    String rules = "rules: [{id: n, becomes: %s, send: {channel: push, template: t}}]";

    Heard heard = lookingAgain("").under(rules.formatted(gone), "2026-03-20T00:00");

    assertThat(heard.sends("n")).containsExactly("2026-03-13T12:00");
  }

  @Test
  void thoseForWhomItHoldsAlreadyAreLetBe() {
    String rules =
        "rules: [{id: n, becomes: activity.viewsIn30Days >= %d, send: {channel: push, template: t}}]";

    assertThat(lookingAgain("").under(rules.formatted(1), "2026-03-20T00:00").sends("n")).isEmpty();
    assertThat(lookingAgain("").under(rules.formatted(2), "2026-03-20T00:00").sends("n"))
        .containsExactly("2026-03-10T12:00");
  }

  @Test
  void aDateThatIsEarlierIsKept() {
    String dates = "rules: [{id: d, every: %s, send: {channel: push, template: t}}]";

    Heard heard =
        Story.under(dates.formatted("2026-06-01"))
            .at("10:00")
            .views("tea")
            .at("12:00")
            .views("tea")
            .at("11:00")
            .under(dates.formatted("2026-03-12"), "2026-03-20T00:00");

    assertThat(heard.sends("d")).singleElement().asString().startsWith("2026-03-12T00:");
  }

  /** One who looks at ten and at twelve; the file is replaced at eleven. */
  private static Story lookingAgain(String before) {
    return Story.under("rules: []\n" + before + "\n")
        .at("10:00")
        .views("tea")
        .at("12:00")
        .views("tea")
        .at("11:00");
  }
}
