package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.trigger.Trigger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quiet hours, caps, priority, holdout, experiments, and what a rule's status means. */
class DeliveryStoryTest {
  private static final String ALWAYS = "event: view, per: item, again: always";

  @ParameterizedTest
  @CsvSource({
    "21:59:59, 2026-03-10T21:59:59",
    "07:59:59, 2026-03-10T08",
    "08:00, 2026-03-10T08:00",
    "22:00, 2026-03-11T08",
    "23:59, 2026-03-11T08"
  })
  void holdsWhatFallsIntoQuietHours(String seen, String sent) {
    Story story = under(policy("quietHours: {push: \"22:00-08:00\"}"), rule("r", ALWAYS));

    Heard heard = story.at(seen).views("tea").until("2026-03-12T00:00");

    assertThat(heard.sends("r")).singleElement().asString().startsWith(sent);
    assertThat(heard.sends("r").get(0)).isLessThan(sent.substring(0, 11) + "22:00");
  }

  @ParameterizedTest
  @CsvSource({"21:59:59, 0", "22:00, 1", "07:59:59, 1", "08:00, 0"})
  void saysOnceThatAMessageIsHeld(String seen, int times) {
    Story story = under(policy("quietHours: {push: \"22:00-08:00\"}"), rule("r", ALWAYS));

    Heard heard = story.at(seen).views("tea").until("2026-03-12T00:00");

    assertThat(heard.held()).hasSize(times).allMatch("r"::equals);
  }

  @Test
  void spreadsWhatWasHeldOverHalfAnHour() {
    List<String> releases =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    Story.of(
                            "u" + i,
                            rules(policy("quietHours: {push: \"22:00-08:00\"}"), rule("r", ALWAYS)))
                        .at("23:00")
                        .views("tea")
                        .until("2026-03-12T00:00")
                        .sends("r")
                        .get(0))
            .toList();

    assertThat(releases)
        .allSatisfy(at -> assertThat(at).isBetween("2026-03-11T08:00", "2026-03-11T08:30"));
    assertThat(releases.stream().distinct().count()).isGreaterThan(190);
  }

  @Test
  void anOrderEndsWhatIsHeld() {
    Story story =
        under(
            policy("quietHours: {push: \"22:00-08:00\"}"),
            rule("r", "event: view, unless: order.placed"));

    Heard heard = story.at("23:00").views("tea").at("23:30").places("o1", "tea").until("23:59");

    assertThat(heard.fates("r")).containsExactly(Fate.CANCELLED_WHILE_HELD);
    assertThat(heard.state().agenda().open()).isEmpty();
  }

  @Test
  void asksTheConditionsWhenQuietHoursAreOver() {
    Story story =
        under(
            policy("quietHours: {push: \"22:00-08:00\"}"),
            rule("r", "event: cart.added, per: cart, when: cart.count >= 2"));

    Heard heard =
        story
            .at("23:00")
            .adds("tea", 1, 5_00)
            .at("2026-03-11T07:00")
            .adds("milk", 1, 5_00)
            .until("12:00");

    assertThat(heard.fates("r")).containsExactly(Fate.SENT);
  }

  @Test
  void dropsInQuietHoursWhereTheRuleSaysSo() {
    Story story =
        under(
            policy("quietHours: {push: \"22:00-08:00\"}"),
            rule("r", "event: view, quietHours: drop"));

    assertThat(story.at("23:00").views("tea").until("23:59").fates("r"))
        .containsExactly(Fate.QUIET_HOURS);
  }

  @Test
  void aServiceRuleMayIgnoreThem() {
    Story story =
        under(
            policy("quietHours: {push: \"22:00-08:00\"}"),
            rule("r", "event: view, purpose: service, quietHours: ignore"));

    assertThat(story.at("23:00").views("tea").until("23:59").sends("r"))
        .containsExactly("2026-03-10T23:00");
  }

  @Test
  void quietHoursAreThoseOfTheChannelThatItGoesOutOn() {
    Story story =
        under(
            policy("quietHours: {push: \"22:00-08:00\"}", "consentNeeded: []"),
            rule("r", "event: view", "[push, sms]"));

    Heard heard =
        story.at("22:30").cannotBeReachedBy("push").views("tea").until("2026-03-12T00:00");

    assertThat(heard.sends("r")).containsExactly("2026-03-10T22:30");
  }

  @Test
  void whatIsTooMuchToHoldIsDisplacedFromTheLowestPriorityOn() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      rules.append(rule("r" + i, "event: view, priority: " + (50 - i)));
    }
    Story story = under(policy("quietHours: {push: \"22:00-08:00\"}"), rules.toString());

    Heard heard = story.at("23:00").views("tea").until("23:59");

    assertThat(heard.decisions()).extracting(Decision::fate).containsOnly(Fate.DISPLACED);
    assertThat(heard.decisions()).extracting(d -> d.run().rule()).containsExactly("r8", "r9");
  }

  @ParameterizedTest
  @CsvSource({"2026-03-11T09:59:59, 2", "2026-03-11T10:00, 3", "2026-03-11T10:00:01, 3"})
  void aCapIsAboutARollingWindow(String third, int sent) {
    Story story = under(policy("caps: [{channel: push, most: 2, within: 24h}]"), rule("r", ALWAYS));

    story.at("10:00").views("a").at("11:00").views("b").at(third).views("c");

    assertThat(story.until("2026-03-13T00:00").sends("r")).hasSize(sent);
  }

  @Test
  void saysWhichCapIsFull() {
    Story story = under(policy("caps: [{most: 1, within: 7d}]"), rule("r", ALWAYS));

    Heard heard = story.at("10:00").views("a").at("11:00").views("b").until("12:00");

    assertThat(heard.decisions().get(1))
        .satisfies(
            d -> {
              assertThat(d.fate()).isEqualTo(Fate.CAPPED);
              assertThat(d.limit()).isEqualTo("all 1 in 7d");
            });
  }

  @ParameterizedTest
  @CsvSource({"11:59:59, 1", "12:00, 2"})
  void keepsAGapBetweenAnyTwo(String second, int sent) {
    Story story = under(policy("gap: 2h"), rule("r", ALWAYS));

    assertThat(story.at("10:00").views("a").at(second).views("b").until("23:00").sends("r"))
        .hasSize(sent);
  }

  @Test
  void atOneInstantTheHighestPriorityGoesOut() {
    Story story =
        under(
            policy("gap: 2h"),
            rule("a", "event: view, priority: 10"),
            rule("b", "event: view, priority: 90"));

    Heard heard = story.at("10:00").views("tea").until("11:00");

    assertThat(heard.fates("b")).containsExactly(Fate.SENT);
    assertThat(heard.fates("a")).containsExactly(Fate.OUTRANKED);
  }

  @Test
  void serviceMessagesKnowNoCapsAndFillNone() {
    Story story =
        under(
            policy("caps: [{most: 1, within: 24h}]"),
            rule("m", ALWAYS),
            rule("s", "event: search, purpose: service"));

    story.at("10:00").searches("a").at("10:10").searches("b").at("10:20").views("x");
    Heard heard = story.at("10:30").searches("c").until("12:00");

    assertThat(heard.sends("s")).hasSize(3);
    assertThat(heard.sends("m")).hasSize(1);
    assertThat(heard.sent("s").get(0).message().manner().purpose()).isEqualTo(Purpose.SERVICE);
  }

  @Test
  void aRefusalOfMarketingIsNoneOfService() {
    Story story =
        under(
            policy("consentNeeded: [push]"),
            rule("m", ALWAYS),
            rule("s", "event: view, purpose: service"));

    Heard heard = story.at("10:00").denies("push").views("a").until("12:00");

    assertThat(heard.fates("m")).containsExactly(Fate.NO_CONSENT);
    assertThat(heard.fates("s")).containsExactly(Fate.SENT);
  }

  @Test
  void theHeldOutGetNothingAndUseUpAllTheSame() {
    Story story =
        under(
            policy("caps: [{most: 1, within: 24h}]"),
            rule("r", "event: view, experiment: {holdout: 100%}"),
            rule("s", "event: search"));

    Heard heard =
        story
            .at("10:00")
            .views("a")
            .at("11:00")
            .views("b")
            .at("12:00")
            .searches("c")
            .until("13:00");

    assertThat(heard.triggers()).isEmpty();
    assertThat(heard.fates("r")).containsExactly(Fate.HELD_OUT, Fate.AGAIN);
    assertThat(heard.fates("s")).containsExactly(Fate.CAPPED);
    assertThat(heard.decisions().get(0).treatment().experiment()).isEqualTo("r");
  }

  @Test
  void marketingLeavesTheShopsHoldoutAlone() {
    long left =
        IntStream.range(0, 400)
            .filter(
                i -> {
                  Heard heard =
                      Story.of(
                              "u" + i,
                              rules(
                                  policy("holdout: 25%"),
                                  rule("r", ALWAYS),
                                  rule("s", "event: view, purpose: service")))
                          .at("10:00")
                          .views("a")
                          .until("12:00");
                  assertThat(heard.sends("s")).hasSize(1);
                  return heard.fates("r").equals(List.of(Fate.HELD_OUT));
                })
            .count();

    assertThat(left).isBetween(70L, 130L);
  }

  @Test
  void aVariantOverridesWhatItNames() {
    String experiment =
        "experiment: {variants: {plain: {share: 50%}, evening: {share: 50%, at: \"20:00\", template: late}}}";
    int evenings = 0;
    for (int i = 0; i < 200; i++) {
      Trigger sent =
          Story.of("u" + i, rules("", rule("r", "event: view, " + experiment)))
              .at("10:00")
              .views("a")
              .until("23:00")
              .sent("r")
              .get(0);
      boolean evening = sent.message().manner().variant().equals("evening");
      evenings += evening ? 1 : 0;
      assertThat(sent.message().content().template()).isEqualTo(evening ? "late" : "t");
      assertThat(Heard.local(sent.times().releasedMillis()))
          .isEqualTo(evening ? "2026-03-10T20:00" : "2026-03-10T10:00");
    }
    assertThat(evenings).isBetween(75, 125);
  }

  @Test
  void aVariantCanOverrideOneStep() {
    Story story =
        Story.under(
            """
            rules:
              - id: r
                event: view
                steps:
                  - {id: a, send: {channel: push, template: a}}
                  - {id: b, after: 1h, send: {channel: push, template: b}}
                experiment:
                  name: late-b
                  variants: {x: {share: 100%, offer: o, steps: {b: {after: 3h, template: c}}}}
            """);

    Heard heard = story.at("10:00").views("tea").until("20:00");

    assertThat(heard.sends("r")).containsExactly("2026-03-10T10:00", "2026-03-10T13:00");
    assertThat(heard.sent("r"))
        .extracting(t -> t.message().content().template(), t -> t.message().content().offer())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", "o"),
            org.assertj.core.groups.Tuple.tuple("c", "o"));
  }

  @Test
  void aShadowDecidesSendsNothingAndUsesUpNothing() {
    Story story =
        under(
            policy("caps: [{most: 1, within: 24h}]"),
            rule("r", "event: view, status: shadow"),
            rule("s", "event: search"));

    Heard heard =
        story
            .at("10:00")
            .views("a")
            .at("11:00")
            .views("b")
            .at("12:00")
            .searches("c")
            .until("13:00");

    assertThat(heard.fates("r")).containsExactly(Fate.SHADOW, Fate.SHADOW);
    assertThat(heard.sends("r")).isEmpty();
    assertThat(heard.sends("s")).hasSize(1);
  }

  @Test
  void aShadowUsesUpNothingOfWhomItHoldsOutEither() {
    Heard heard =
        under(
                policy("caps: [{most: 1, within: 24h}]"),
                rule("r", "event: view, status: shadow, experiment: {holdout: 100%}"),
                rule("s", "event: search"))
            .at("10:00")
            .views("a")
            .at("12:00")
            .searches("c")
            .until("13:00");

    assertThat(heard.fates("r")).containsExactly(Fate.HELD_OUT);
    assertThat(heard.sends("s")).hasSize(1);
  }

  @Test
  void aRehearsalIsForTestersWhoSkipCapsAgainHoldoutAndQuietHours() {
    String policy =
        policy(
            "caps: [{most: 1, within: 24h}]",
            "quietHours: {push: \"22:00-08:00\"}",
            "testers: [u1]");
    String rule = rule("r", "event: view, status: test, experiment: {holdout: 100%}");

    Heard tester = under(policy, rule).at("22:30").views("a").at("22:40").views("b").until("23:00");
    Heard other = Story.of("u2", rules(policy, rule)).at("12:00").views("a").until("13:00");

    assertThat(tester.sends("r")).containsExactly("2026-03-10T22:30", "2026-03-10T22:40");
    assertThat(tester.sent("r").get(0).message().manner().rehearsal()).isTrue();
    assertThat(other.decisions()).isEmpty();
  }

  @Test
  void aPausedRuleBeginsNothing() {
    assertThat(
            under("", rule("r", "event: view, status: paused"))
                .at("10:00")
                .views("a")
                .until("11:00")
                .decisions())
        .isEmpty();
  }

  @Test
  void nothingGoesOutBeforeTheShopIsLive() {
    Story story =
        under(policy("liveFrom: 2026-03-10T11:00:00+08:00"), rule("r", ALWAYS + ", after: 30m"));

    story.at("10:00").views("a").at("10:30").views("b").at("10:50").views("c");
    Heard heard = story.until("12:00");

    assertThat(heard.fates("r")).containsExactly(Fate.NOT_LIVE, Fate.SENT, Fate.SENT);
  }

  @Test
  void aRuleBeginsOnlyWithinItsTime() {
    Story story =
        under(
            "",
            rule(
                "r",
                ALWAYS
                    + ", effectiveFrom: 2026-03-10T11:00:00+08:00, effectiveTo: 2026-03-10T12:00:00+08:00"));

    for (String at : new String[] {"10:59:59", "11:00", "11:59:59", "12:00"}) {
      story.at(at).views("item-" + at);
    }

    assertThat(story.until("13:00").sends("r"))
        .containsExactly("2026-03-10T11:00", "2026-03-10T11:59:59");
  }

  private static Story under(String policy, String... rules) {
    return Story.under(rules(policy, rules));
  }

  private static io.kairos.engine.rule.RuleSet rules(String policy, String... rules) {
    return io.kairos.engine.rule.RuleFile.parse(
        policy + "\nrules:\n" + String.join("", rules), "CNY");
  }

  private static String policy(String... keys) {
    return "delivery:\n  " + String.join("\n  ", keys);
  }

  private static String rule(String id, String keys) {
    return rule(id, keys, "push");
  }

  private static String rule(String id, String keys, String channel) {
    return "  - {id: %s, %s, send: {channel: %s, template: t}}\n".formatted(id, keys, channel);
  }
}
