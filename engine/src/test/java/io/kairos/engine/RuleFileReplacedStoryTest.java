package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
  void aRunKeepsItsVariantWhereThatHasAnotherPlace() {
    String rule =
        "rules:\n  - {id: r, event: view, after: 1h, experiment: {name: e, variants: {%s}}, "
            + "send: {channel: push, template: t}}";
    String before = "a: {share: 1%, template: ta}, b: {share: 99%, template: tb}";
    String after = "b: {share: 98%, template: tb}, c: {share: 1%}, a: {share: 1%, template: ta}";

    Heard heard =
        Story.under(rule.formatted(before))
            .at("10:00")
            .views("tea")
            .at("10:30")
            .under(rule.formatted(after), "12:00");

    assertThat(heard.sent("r"))
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.message().manner().variant()).isEqualTo("b");
              assertThat(sent.message().content().template()).isEqualTo("tb");
            });
  }

  @Test
  void aStepThatIsPutBeforeThoseThatAreThereIsOneMore() {
    assertThat(replaced("zero 90m, first 1h, second 3h, third 5h", "14:00"))
        .containsExactly("first 11:00", "zero 11:30", "second 13:00");
  }

  @Test
  void aStepThatIsPutBetweenThoseThatAreThereIsOneMore() {
    assertThat(replaced("first 1h, more 2h, second 3h, third 5h", "16:00"))
        .containsExactly("first 11:00", "more 12:00", "second 13:00", "third 15:00");
  }

  @Test
  void aStepThatIsTakenOutTakesNoOtherWithIt() {
    assertThat(replaced("second 3h, third 5h", "16:00"))
        .containsExactly("first 11:00", "second 13:00", "third 15:00");
  }

  @Test
  void stepsInAnotherOrderGoOutOnceEach() {
    assertThat(replaced("third 5h, second 3h, first 1h", "16:00"))
        .containsExactly("first 11:00", "second 13:00", "third 15:00");
  }

  @Test
  void aStepOfAnotherNameIsAnother() {
    assertThat(replaced("hello 1h, second 3h, third 5h", "16:00"))
        .containsExactly("first 11:00", "hello 11:00", "second 13:00", "third 15:00");
  }

  @Test
  void aStepThatComesBackIsNotSentAgain() {
    String all = "first 1h, second 3h, third 5h";
    Story story = Story.under(file(all)).at("10:00").views("tea");

    Heard without = story.at("11:15").under(file("second 3h, third 5h"), "14:00");
    Heard heard = story.at("14:00").under(file(all), without, "16:00");

    assertThat(said(heard)).containsExactly("first 11:00", "second 13:00", "third 15:00");
  }

  @Test
  void aStepThatIsHeldStaysHeldWhereItHasAnotherPlace() {
    Heard heard =
        Story.under(QUIET + file("first 1h, second 3h, third 50h"))
            .at("19:30")
            .views("tea")
            .at("23:00")
            .under(QUIET + file("third 50h, first 1h, zero 60h, second 3h"), "2026-03-11T09:00");

    assertThat(said(heard)).hasSize(2).first().isEqualTo("first 20:30");
    assertThat(said(heard)).last().asString().startsWith("second 08:");
  }

  @Test
  void aStepThatTakesTheNameOfTheOneThatHadNoneIsAnother() {
    Heard heard =
        Story.under(
                QUIET
                    + "rules: [{id: r, event: view, after: 3h, "
                    + "send: {channel: push, template: t}}]")
            .at("19:30")
            .views("tea")
            .at("23:00")
            .under(QUIET + file("later 24h"), "2026-03-11T20:00");

    assertThat(said(heard)).containsExactly("later 19:30");
  }

  /** What goes out where the first of three steps was sent as the file is replaced. */
  private static List<String> replaced(String steps, String until) {
    return said(
        Story.under(file("first 1h, second 3h, third 5h"))
            .at("10:00")
            .views("tea")
            .at("11:15")
            .under(file(steps), until));
  }

  /** Steps with their waits: {@code first 1h, second 3h}. */
  private static String file(String steps) {
    String each = "{id: $1, after: $2, send: {channel: push, template: t}}";
    return "rules: [{id: r, event: view, again: always, steps: [%s]}]"
        .formatted(steps.replaceAll("(\\w+) (\\w+)", each));
  }

  private static List<String> said(Heard heard) {
    return heard.sent("r").stream()
        .map(sent -> sent.reference().step() + " " + time(sent.times().releasedMillis()))
        .toList();
  }

  private static LocalTime time(long millis) {
    return Instant.ofEpochMilli(millis)
        .atZone(Story.SHOP.zone())
        .toLocalTime()
        .truncatedTo(ChronoUnit.MINUTES);
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
