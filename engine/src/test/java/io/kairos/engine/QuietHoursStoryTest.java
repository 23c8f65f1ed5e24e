package io.kairos.engine;

import static io.kairos.engine.ShortRules.ALWAYS;
import static io.kairos.engine.ShortRules.policy;
import static io.kairos.engine.ShortRules.rule;
import static io.kairos.engine.ShortRules.rules;
import static io.kairos.engine.ShortRules.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What falls into quiet hours: held, dropped, or sent all the same. */
class QuietHoursStoryTest {
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
}
