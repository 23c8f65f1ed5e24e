package io.kairos.engine;

import static io.kairos.engine.ShortRules.ALWAYS;
import static io.kairos.engine.ShortRules.policy;
import static io.kairos.engine.ShortRules.rule;
import static io.kairos.engine.ShortRules.rules;
import static io.kairos.engine.ShortRules.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import org.junit.jupiter.api.Test;

/** What a rule's status means, and when neither it nor the shop is live. */
class RuleStatusStoryTest {
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
}
