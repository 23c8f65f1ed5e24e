package io.kairos.engine;

import static io.kairos.engine.cleaning.RejectionReason.BEYOND_DEDUP_HORIZON;
import static io.kairos.engine.cleaning.RejectionReason.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Producers that send an event more than once. */
class RepeatStoryTest {
  private final Story story = Story.of("u1").at("10:00");

  @Test
  void aRepeatOnTimeIsRefused() {
    Heard heard = story.adds("tea", 1, 15_00).again().until("10:30");

    assertThat(heard.refusals()).containsExactly(DUPLICATE);
    assertThat(heard.state().profile().cart().count()).isEqualTo(1);
  }

  @Test
  void aLateRepeatIsRefused() {
    Heard heard = story.adds("tea", 1, 15_00).againArriving("10:20").until("10:30");

    assertThat(heard.refusals()).containsExactly(DUPLICATE);
  }

  @Test
  void aLateRepeatOfTheOldestThatIsRememberedIsADuplicate() {
    story.adds("tea", 1, 15_00).againArriving("11:00");
    views(15);

    assertThat(story.until("11:00").refusals()).containsExactly(DUPLICATE);
  }

  @Test
  void aLateRepeatOfWhatIsForgottenIsRefused() {
    story.adds("tea", 1, 15_00).againArriving("11:00");
    views(16);

    Heard heard = story.until("11:00");

    assertThat(heard.refusals()).containsExactly(BEYOND_DEDUP_HORIZON);
    assertThat(heard.state().profile().cart().count()).isEqualTo(1);
  }

  @Test
  void aLateEventFromAfterWhatIsForgottenIsApplied() {
    story.adds("tea", 1, 15_00);
    views(16);
    story.at("10:50").arriving("11:00").adds("milk", 1, 2_00);

    Heard heard = story.until("11:00");

    assertThat(heard.refusals()).isEmpty();
    assertThat(heard.state().profile().cart().count()).isEqualTo(2);
  }

  @Test
  void anOrderIsKnownByItsIdAndStatus() {
    story.pays("o1", 10_00).at("10:05").pays("o1", 10_00).at("10:06").cancels("o1");

    Heard heard = story.until("10:30");

    assertThat(heard.refusals()).containsExactly(DUPLICATE);
    assertThat(heard.state().profile().orders().counts().returns()).isEqualTo(1);
  }

  @Test
  void aRefundWithoutAnIdIsNoneOfThoseWithOne() {
    story.pays("o1", 10_00).at("10:05").refunds("o1", "r1", 2_00);
    story.at("10:06").refunds("o1", null, 3_00).at("10:07").refunds("o1", null, 3_00);

    Heard heard = story.until("10:30");

    assertThat(heard.refusals()).containsExactly(DUPLICATE);
    assertThat(heard.state().profile().spending().returnedMinor()).isEqualTo(5_00);
  }

  @Test
  void aRefundIsKnownByItsOwnId() {
    story.pays("o1", 10_00).at("10:05").refunds("o1", "r1", 2_00);
    story.at("10:06").refunds("o1", "r2", 3_00).at("10:07").refunds("o1", "r1", 2_00);

    Heard heard = story.until("10:30");

    assertThat(heard.refusals()).containsExactly(DUPLICATE);
    assertThat(heard.state().profile().spending().returnedMinor()).isEqualTo(5_00);
  }

  @Test
  void ordersAreRememberedThroughManyClicks() {
    story.pays("o1", 10_00).againArriving("11:00");
    views(40);

    assertThat(story.until("11:00").refusals()).containsExactly(DUPLICATE);
  }

  private void views(int count) {
    for (int i = 0; i < count; i++) {
      story.later(Duration.ofSeconds(1)).views("honey");
    }
  }
}
