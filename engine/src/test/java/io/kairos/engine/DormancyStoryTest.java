package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import org.junit.jupiter.api.Test;

/** The default rule dormancy: a buyer who has not been seen for 30 days. */
class DormancyStoryTest {
  private static final String RULE = "dormancy";
  private final Story buyer =
      Story.of("u1").at("2026-03-01T09:00").allows("sms").at("10:00").places("o1", "tea");

  @Test
  void speaksThirtyDaysAfterTheLastActivityToTheMillisecond() {
    assertThat(buyer.until("2026-03-31T09:59:59.999").sends(RULE)).isEmpty();
    assertThat(buyer.until("2026-03-31T10:00").sends(RULE)).containsExactly("2026-03-31T10:00");
  }

  @Test
  void saysForHowLong() {
    assertThat(buyer.until("2026-03-31T10:00").sent(RULE).get(0).why().reason())
        .isEqualTo("No activity for 30 days; orders count 1 (at least 1).");
  }

  @Test
  void countsFromTheLastActivity() {
    buyer.at("2026-03-05T12:00").views("honey");

    assertThat(buyer.until("2026-04-30T00:00").sends(RULE)).containsExactly("2026-04-04T12:00");
  }

  @Test
  void activityAtTheVeryDeadlineBreaksTheSilence() {
    buyer.at("2026-03-31T10:00").views("honey");

    assertThat(buyer.until("2026-04-15T00:00").sends(RULE)).isEmpty();
  }

  @Test
  void aChangeOfCustomerDataIsNoActivity() {
    buyer.at("2026-03-20T12:00").denies("email");

    assertThat(buyer.until("2026-04-15T00:00").sends(RULE)).containsExactly("2026-03-31T10:00");
  }

  @Test
  void speaksOnceInOneSilence() {
    assertThat(buyer.until("2026-12-31T00:00").sends(RULE)).hasSize(1);
  }

  @Test
  void speaksAgainOnlyAfterNewActivity() {
    buyer.at("2026-04-10T08:00").views("honey");

    assertThat(buyer.until("2026-12-31T00:00").sends(RULE))
        .containsExactly("2026-03-31T10:00", "2026-05-10T08:00");
  }

  @Test
  void needsAnOrder() {
    Heard heard =
        Story.of("u1").at("2026-03-01T10:00").allows("sms").views("tea").until("2026-12-31T00:00");

    assertThat(heard.fates(RULE)).containsExactly(Fate.CONDITION);
  }

  @Test
  void saysNothingToOneWhoWasNeverActive() {
    Heard heard =
        Story.of("u1").at("2026-03-01T10:00").registers().allows("sms").until("2026-12-31T00:00");

    assertThat(heard.decisions()).isEmpty();
  }
}
