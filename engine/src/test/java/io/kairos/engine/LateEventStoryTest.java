package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that the log took more than the lateness bound after they happened. */
class LateEventStoryTest {
  private static final String CART = "cart-abandon";
  private final Story story = Story.of("u1").at("10:00");

  @ParameterizedTest
  @CsvSource({"10:00:01.999, 0", "10:00:02, 0", "10:00:02.001, 1"})
  void lateIsWhatArrivesMoreThanTheBoundAfterItHappened(String arrival, int late) {
    story.arriving(arrival).views("tea");

    assertThat(story.events().stream().filter(e -> e.late())).hasSize(late);
  }

  @Test
  void aLateAddIsCountedFromWhenItHappened() {
    story.arriving("10:40").adds("tea", 1, 15_00);

    assertThat(story.until("12:00").sends(CART)).containsExactly("2026-03-10T11:00");
  }

  @Test
  void anAddThatArrivesAtItsDeadlineIsStillReminded() {
    story.arriving("11:00").adds("tea", 1, 15_00);

    assertThat(story.until("12:00").fates(CART)).containsExactly(Fate.SENT);
  }

  @Test
  void anAddThatArrivesAfterItsDeadlineIsExpired() {
    story.arriving("11:00:00.001").adds("tea", 1, 15_00);

    assertThat(story.until("12:00").fates(CART)).containsExactly(Fate.EXPIRED_ON_ARRIVAL);
  }

  @Test
  void aSilenceThatArrivesAfterItsDeadlineIsExpired() {
    story.arriving("2026-04-20T10:00").places("o1", "tea");

    assertThat(story.until("2026-12-31T00:00").fates("dormancy"))
        .containsExactly(Fate.EXPIRED_ON_ARRIVAL);
  }

  @Test
  void anOrderFromBeforeTheReleaseTakesTheReminderBackWhileItIsValid() {
    story.adds("tea", 1, 15_00).at("10:30").arriving("22:59").places("o1", "tea");

    assertThat(story.until("23:30").cancels()).containsExactly("LATE_EVENT 2026-03-10T22:59");
  }

  @Test
  void anOrderOfTheVeryReleaseIsFromBeforeIt() {
    story.adds("tea", 1, 15_00).at("11:00").arriving("13:00").places("o1", "tea");

    assertThat(story.until("23:30").cancels()).containsExactly("LATE_EVENT 2026-03-10T13:00");
  }

  @Test
  void nothingIsTakenBackThatIsNoLongerValid() {
    story.adds("tea", 1, 15_00).at("10:30").arriving("23:00").places("o1", "tea");

    assertThat(story.until("23:30").cancels()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"11:09:59.999, 1", "11:10, 1", "11:10:00.001, 0"})
  void anOrderSoonAfterTheReleaseTakesItBack(String ordered, int cancels) {
    story.adds("tea", 1, 15_00).at(ordered).places("o1", "tea");

    assertThat(story.until("12:00").cancels()).hasSize(cancels);
  }

  @Test
  void aCancellationNamesWhatItTakesBack() {
    story.adds("tea", 1, 15_00).at("11:05").places("o1", "tea");

    var triggers = story.until("12:00").triggers();

    assertThat(triggers).hasSize(2);
    assertThat(triggers.get(1).cancellation().cancels())
        .isEqualTo(triggers.get(0).reference().id())
        .isNotEqualTo(triggers.get(1).reference().id());
  }

  @Test
  void aMessageIsTakenBackOnce() {
    story.adds("tea", 1, 15_00).at("11:05").places("o1", "tea").at("11:06").places("o2", "tea");

    assertThat(story.until("12:00").cancels()).hasSize(1);
  }

  @Test
  void activityFromWithinTheSilenceTakesTheDormancyMessageBack() {
    story.allows("sms").places("o1", "tea");
    story.at("2026-04-09T09:00").arriving("2026-04-09T12:00").views("tea");

    Heard heard = story.until("2026-04-30T00:00");

    assertThat(heard.sends("dormancy")).containsExactly("2026-04-09T10:00");
    assertThat(heard.cancels()).containsExactly("LATE_EVENT 2026-04-09T12:00");
  }

  @Test
  void activityFromBeforeTheSilenceTakesNothingBack() {
    story.allows("sms").places("o1", "tea");
    story.at("2026-03-09T09:00").arriving("2026-04-09T12:00").views("tea");

    assertThat(story.until("2026-04-30T00:00").cancels()).isEmpty();
  }

  /** Their ids do not come in the order of their times. */
  @Test
  void ofABurstAfterAnOutageNoneIsRefused() {
    for (int minute = 10; minute < 60; minute++) {
      story.at("10:" + minute).arriving("12:00").views("tea");
    }
    story.at("10:09").arriving("12:00").adds("tea", 1, 1_00);

    Heard heard = story.until("12:30");

    assertThat(heard.refusals()).isEmpty();
    assertThat(heard.state().profile().activity().sessions().all()).isEqualTo(1);
  }

  @Test
  void aSessionThatAnotherHasFollowedIsNotReopened() {
    story.views("tea").at("12:00").views("tea").at("10:10").arriving("12:05").adds("tea", 1, 1_00);

    var sessions = story.until("12:30").state().profile().activity().sessions();

    assertThat(sessions.all()).isEqualTo(2);
    assertThat(sessions.withCart()).isZero();
  }

  @Test
  void aLateEventOfTheOpenSessionBelongsToIt() {
    story.views("tea").at("10:05").arriving("10:20").adds("tea", 1, 1_00);

    var sessions = story.until("12:30").state().profile().activity().sessions();

    assertThat(sessions.all()).isEqualTo(1);
    assertThat(sessions.withCart()).isEqualTo(1);
  }

  @Test
  void anEventBehindWhatIsSettledIsAppliedThereAndTold() {
    Heard heard = new Heard();
    var engine = new CustomerEngine(Story.RULES, Story.SHOP, Story.PUBLISH_EVERY_MILLIS);
    var first = Story.of("u1").at("10:00").views("tea").events();
    var stray = Story.of("u1").at("09:00").places("o1", "tea").events();

    var state =
        engine.advance(
            CustomerState.of("u1"), first, first.get(0).positionMillis() + 60_000, heard);
    state = engine.advance(state, stray, first.get(0).positionMillis() + 60_000, heard);

    assertThat(heard.behind()).isEqualTo(stray);
    assertThat(state.profile().orders().count()).isEqualTo(1);
  }
}
