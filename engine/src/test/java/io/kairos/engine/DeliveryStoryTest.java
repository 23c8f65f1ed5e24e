package io.kairos.engine;

import static io.kairos.engine.ShortRules.ALWAYS;
import static io.kairos.engine.ShortRules.policy;
import static io.kairos.engine.ShortRules.rule;
import static io.kairos.engine.ShortRules.rules;
import static io.kairos.engine.ShortRules.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Consent.Purpose;
import io.kairos.engine.trigger.Trigger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caps, priority, holdout and experiments. */
class DeliveryStoryTest {
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
}
