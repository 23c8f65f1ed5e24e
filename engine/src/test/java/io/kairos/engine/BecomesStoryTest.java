package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Birth;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.rule.RuleFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rules that start when something becomes true, by an event or by time alone. */
class BecomesStoryTest {

  @Test
  void anEventMakesItTrueOnce() {
    Story story = under("becomes: cart.value >= 100", "again: always").at("10:00");
    story.adds("tea", 1, 100_00).at("10:05").adds("milk", 1, 5_00);

    assertThat(story.until("23:00").sends("r")).containsExactly("2026-03-10T10:00");
  }

  @Test
  void itHasToFailBeforeItBecomesTrueAgain() {
    Story story = under("becomes: cart.value >= 100", "again: always").at("10:00");
    story.adds("tea", 1, 100_00).at("11:00").emptiesCart().at("12:00").adds("tea", 1, 100_00);

    assertThat(story.until("23:00").sends("r"))
        .containsExactly("2026-03-10T10:00", "2026-03-10T12:00");
  }

  @Test
  void probablyLostIsSolvedForAndNotPolled() {
    Story story = under("becomes: prediction.pAlive < 0.30", "when: orders.count >= 2").at("10:00");
    for (int i = 0; i < 8; i++) {
      story.pays("o" + i, 10_00).later(Duration.ofDays(1));
    }

    Heard heard = story.until("2027-03-10T00:00");

    assertThat(heard.sends("r")).hasSize(1);
    String release = heard.sends("r").get(0);
    assertThat(story.until(release).number("prediction.pAlive")).isLessThan(0.30);
    assertThat(heard.triggers().get(0).why().reason())
        .startsWith("Prediction p alive 0.2")
        .contains("(below 0.3)");
  }

  @Test
  void mayAskWhetherWhatChangesAllTheTimeIsKnown() {
    String asked = "becomes: known(prediction.pAlive) && prediction.pAlive < 0.30";
    Story story = under(asked, "again: always").at("10:00").pays("o0", 10_00);
    story.later(Duration.ofDays(1)).pays("o1", 10_00);

    assertThat(story.until("2030-03-10T00:00").sends("r")).hasSize(1);
  }

  @Test
  void whatTimeMakesFalseCanBecomeTrueAgain() {
    Story story = under("becomes: activity.viewsIn30Days >= 2", "again: always").at("10:00");
    story.views("tea").views("tea").at("2026-05-01T10:00").views("tea").views("tea");

    assertThat(story.until("2026-06-01T00:00").sends("r"))
        .containsExactly("2026-03-10T10:00", "2026-05-01T10:00");
  }

  @Test
  void whatHoldsFromTheFirstEventOnBecomesTrueWithIt() {
    Story story = under("becomes: '!known(customer.city)'").at("10:00").views("tea");

    assertThat(story.until("12:00").sends("r")).containsExactly("2026-03-10T10:00");
  }

  @Test
  void aKeyThatComesLaterThanTheTruthBeginsARun() {
    Story story = under("becomes: known(customer.city)", "per: cart").at("09:00");
    story.tells(new Details(null, "Shanghai", null, null, null, Birth.UNKNOWN));
    story.at("10:00").adds("tea", 1, 10_00);

    assertThat(story.until("12:00").sends("r")).containsExactly("2026-03-10T10:00");
  }

  @Test
  void aSilenceHasOneRunAtATime() {
    Story story = under("becomes: activity.idleDays >= 1", "after: 3d", "again: always");
    story.at("10:00").views("tea").at("2026-03-11T22:00").views("tea");

    assertThat(story.until("2026-03-17T00:00").sends("r")).containsExactly("2026-03-14T10:00");
  }

  @Test
  void aSilenceThatWasNoneMakesRoomForTheTrueOne() {
    Story story = under("becomes: activity.idleDays >= 1", "after: 3d", "again: always");
    story.at("10:00").views("tea");
    story.at("2026-03-11T06:00").arriving("2026-03-11T12:00").views("tea");

    Heard heard = story.until("2026-03-17T00:00");

    assertThat(heard.sends("r")).containsExactly("2026-03-15T06:00");
    assertThat(heard.fates("r")).containsExactly(Fate.STOPPED, Fate.SENT);
  }

  @Test
  void aSilenceThatIsMovedCountsFromWhatMovedIt() {
    Story story = under("becomes: activity.idleDays >= 3", "after: 2d", "restart: cart.changed");
    story.at("10:00").views("tea").at("2026-03-14T10:00").adds("tea", 1, 10_00);

    assertThat(story.until("2026-03-17T00:00").sends("r")).containsExactly("2026-03-16T10:00");
  }

  @Test
  void whatStopsTheRuleEndsItsWait() {
    Story story =
        under("becomes: cart.value >= 100", "after: 1h", "unless: order.placed").at("10:00");
    story.adds("tea", 1, 100_00).at("10:30").places("o1", "milk");

    assertThat(story.until("23:00").sends("r")).isEmpty();
  }

  private static Story under(String... keys) {
    String yaml =
        "rules:\n  - id: r\n    "
            + String.join("\n    ", keys)
            + "\n    send: {channel: push, template: t}\n";
    return Story.under(RuleFile.parse(yaml, "CNY"));
  }
}
