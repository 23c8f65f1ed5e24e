package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.profile.SessionCounts;
import org.junit.jupiter.api.Test;

/** Visits, told apart by gaps of more than half an hour. */
class SessionStoryTest {
  private final Story story = Story.of("u1").at("10:00").views("tea");

  @Test
  void aGapOfThirtyMinutesIsOneSession() {
    assertThat(sessions(story.at("10:30").views("tea")).all()).isEqualTo(1);
  }

  @Test
  void aMillisecondMoreIsTwo() {
    assertThat(sessions(story.at("10:30:00.001").views("tea")).all()).isEqualTo(2);
  }

  @Test
  void whatTheCustomerDidNotDoIsNoSession() {
    assertThat(sessions(story.at("12:00").allows("sms").cancels("o1")).all()).isEqualTo(1);
  }

  @Test
  void countsSessionsWithACartAndWithAnOrder() {
    story.adds("tea", 1, 15_00).at("12:00").places("o1", "milk").at("14:00").views("tea");
    story.adds("milk", 1, 2_00).places("o2", "milk").places("o3", "tea").at("16:00").views("tea");

    assertThat(sessions(story)).isEqualTo(new SessionCounts(4, 2, 2, 1));
  }

  @Test
  void aRaisedQuantityPutsSomethingInTheCart() {
    story.adds("tea", 1, 15_00).at("12:00").changesQuantity("tea", 2);

    assertThat(sessions(story).withCart()).isEqualTo(2);
  }

  @Test
  void anOrderCountsOnceThoughItsStatusChanges() {
    story.places("o1", "tea").at("12:00").pays("o1", 10_00);

    assertThat(sessions(story)).isEqualTo(new SessionCounts(2, 0, 1, 0));
  }

  private static SessionCounts sessions(Story story) {
    return story.until("23:00").state().profile().activity().sessions();
  }
}
