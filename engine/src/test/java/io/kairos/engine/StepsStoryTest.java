package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Birth;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.trigger.Trigger;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A series of messages in one run, and the cases of each. */
class StepsStoryTest {
  private static final RuleSet RULES =
      RuleFile.parse(
          """
          rules:
            - id: cart-abandon
              event: cart.added
              per: cart
              restart: cart.changed
              idle: 30m
              unless: [order.placed, cart.emptied]
              when: cart.value >= 50
              steps:
                - id: reminder
                  after: 1h
                  send: {channel: push, template: cart-reminder, validFor: 12h}
                - id: coupon
                  after: 24h
                  send:
                    - {if: cart.value >= 200, channel: sms, template: cart-coupon, offer: 20-off-200}
                    - {channel: push, template: cart-reminder-2, data: {worth: cart.value}}
                - id: last-call
                  after: 72h
                  when: cart.count >= 2
                  send: {channel: push, template: cart-last-call, validFor: 24h}
          """,
          "CNY");
  private static final String RULE = "cart-abandon";
  private final Story story = Story.under(RULES).at("10:00").allows("sms");

  @Test
  void theStepsGoOutOneAfterTheOther() {
    Heard heard = story.adds("tea", 2, 40_00).until("2026-03-20T00:00");

    assertThat(heard.sends(RULE))
        .containsExactly("2026-03-10T11:00", "2026-03-11T10:00", "2026-03-13T10:00");
    assertThat(heard.sent(RULE))
        .extracting(trigger -> trigger.reference().step())
        .containsExactly("reminder", "coupon", "last-call");
    assertThat(heard.sent(RULE))
        .extracting(trigger -> trigger.reference().id())
        .doesNotHaveDuplicates();
    assertThat(heard.state().agenda().open()).isEmpty();
  }

  @Test
  void anOrderEndsAllThatHasNotGoneOut() {
    story.adds("tea", 2, 40_00).at("2026-03-11T12:00").places("o1", "tea");

    Heard heard = story.until("2026-03-20T00:00");

    assertThat(heard.sends(RULE)).hasSize(2);
    assertThat(heard.fates(RULE)).containsExactly(Fate.SENT, Fate.SENT, Fate.STOPPED);
  }

  @Test
  void aChangeMovesTheStepsThatHaveNotGoneOut() {
    story.adds("tea", 2, 40_00).at("12:00").adds("milk", 1, 5_00);

    assertThat(story.until("2026-03-20T00:00").sends(RULE))
        .containsExactly("2026-03-10T11:00", "2026-03-11T12:00", "2026-03-13T12:00");
  }

  @Test
  void aStoppedStepDoesNotStopTheNext() {
    story.adds("tea", 1, 60_00);

    Heard heard = story.at("2026-03-12T10:00").adds("tea", 1, 60_00).until("2026-03-20T00:00");

    assertThat(heard.fates(RULE)).containsExactly(Fate.SENT, Fate.SENT, Fate.SENT);
    assertThat(
            Story.under(RULES)
                .at("10:00")
                .adds("tea", 1, 60_00)
                .until("2026-03-20T00:00")
                .fates(RULE))
        .containsExactly(Fate.SENT, Fate.SENT, Fate.CONDITION);
  }

  @Test
  void theFirstCaseThatHoldsGoesOut() {
    Trigger rich = coupon(Story.under(RULES).at("10:00").allows("sms").adds("tea", 2, 100_00));
    Trigger poor = coupon(Story.under(RULES).at("10:00").allows("sms").adds("tea", 2, 99_99));

    assertThat(rich.message().channel()).isEqualTo("sms");
    assertThat(rich.message().content().offer()).isEqualTo("20-off-200");
    assertThat(poor.message().channel()).isEqualTo("push");
    assertThat(poor.message().content().data()).containsEntry("worth", "199.98");
  }

  private static Trigger coupon(Story story) {
    return story.until("2026-03-12T00:00").sent(RULE).get(1);
  }

  @Test
  void whereNoCaseHoldsNothingGoesOut() {
    RuleSet rules =
        RuleFile.parse(
            """
            rules:
              - id: r
                event: view
                send: [{if: orders.count >= 1, channel: push, template: t}]
            """,
            "CNY");

    assertThat(Story.under(rules).at("10:00").views("tea").until("11:00").fates("r"))
        .containsExactly(Fate.NO_CASE);
  }

  @Test
  void aNewRunOfTheSameCartIsHeldOffButNotTheNextStep() {
    story.adds("tea", 2, 40_00).at("2026-03-14T10:00").adds("milk", 1, 5_00);

    Heard heard = story.until("2026-03-20T00:00");

    assertThat(heard.fates(RULE))
        .containsExactly(Fate.SENT, Fate.SENT, Fate.SENT, Fate.AGAIN, Fate.AGAIN, Fate.AGAIN);
  }

  @Test
  void aTimeOfDayIsTheCustomersOwn() {
    RuleSet rules =
        RuleFile.parse(
            """
            rules:
              - {id: r, event: view, at: "19:00", send: {channel: push, template: t}}
            """,
            "CNY");
    Story inBerlin = Story.under(rules).at("10:00");
    inBerlin.tells(new Details(null, null, null, null, "Europe/Berlin", Birth.UNKNOWN));

    assertThat(inBerlin.views("tea").until("2026-03-12T00:00").sends("r"))
        .containsExactly("2026-03-11T02:00");
    assertThat(Story.under(rules).at("19:00").views("tea").until("2026-03-12T00:00").sends("r"))
        .containsExactly("2026-03-10T19:00");
    assertThat(Story.under(rules).at("19:01").views("tea").until("2026-03-12T00:00").sends("r"))
        .containsExactly("2026-03-11T19:00");
  }

  @Test
  void theBestHourIsThatAtWhichTheCustomerIsActiveMost() {
    RuleSet rules =
        RuleFile.parse(
            """
            rules:
              - {id: r, event: order.paid, per: order, at: best-hour,
                 send: {channel: push, template: t}}
            """,
            "CNY");
    Story story = Story.under(rules).at("2026-03-07T20:15").views("tea");
    story.at("2026-03-08T20:45").views("tea").at("2026-03-09T09:00").pays("o1", 10_00);

    assertThat(story.until("2026-03-12T00:00").sends("r")).containsExactly("2026-03-09T20:00");
  }

  @Test
  void stepsOfWhichALateStartHasMissedTheReleaseExpire() {
    story.at("10:00").arriving("13:00").adds("tea", 2, 40_00);

    Heard heard = story.until("2026-03-20T00:00");

    assertThat(heard.fates(RULE)).containsExactly(Fate.EXPIRED_ON_ARRIVAL, Fate.SENT, Fate.SENT);
    assertThat(heard.sends(RULE)).containsExactly("2026-03-11T10:00", "2026-03-13T10:00");
  }

  @Test
  void aStepThatJustWentOutIsTakenBackAloneByWhatStopsTheRule() {
    story.adds("tea", 2, 40_00).later(Duration.ofMinutes(65)).places("o1", "tea");

    Heard heard = story.until("2026-03-20T00:00");

    assertThat(heard.cancels()).containsExactly("STOPPED 2026-03-10T11:05");
    assertThat(heard.fates(RULE)).containsExactly(Fate.SENT, Fate.STOPPED, Fate.STOPPED);
  }
}
