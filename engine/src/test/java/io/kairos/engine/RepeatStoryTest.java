package io.kairos.engine;

import static io.kairos.engine.cleaning.RejectionReason.BEYOND_DEDUP_HORIZON;
import static io.kairos.engine.cleaning.RejectionReason.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.cleaning.RejectionReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"15, DUPLICATE", "16, BEYOND_DEDUP_HORIZON"})
  void theLastSixteenOrdersAreRemembered(int later, RejectionReason reason) {
    story.pays("o1", 10_00).againArriving("11:00");
    orders(later);

    Heard heard = story.until("11:00");

    assertThat(heard.refusals()).containsExactly(reason);
    assertThat(heard.number("orders.paid")).isEqualTo(later + 1.0);
  }

  /** The day ends at eight in the morning of the shop. */
  @ParameterizedTest
  @CsvSource({"07:59:59, 17", "08:00, 18"})
  void aLateOrderIsRefusedUpToTheEndOfTheDayInUtcOfThoseForgotten(String time, double paid) {
    orders(17);
    story.at("2026-03-11T" + time).arriving("2026-03-11T12:00").pays("another", 10_00);

    Heard heard = story.until("2026-03-11T13:00");

    assertThat(heard.refusals()).isEqualTo(paid > 17 ? List.of() : List.of(BEYOND_DEDUP_HORIZON));
    assertThat(heard.number("orders.paid")).isEqualTo(paid);
  }

  @Test
  void whatIsGivenBackOfAForgottenOrderIsTakenFromNoWindow() {
    orders(17);
    story.at("11:00").refunds("order-0", "r1", 4_00).at("11:01").cancels("order-0");

    Heard heard = story.until("11:30");

    assertThat(heard.refusals()).isEmpty();
    assertThat(heard.number("spending.returned")).isEqualTo(4.0);
    assertThat(heard.number("orders.returns")).isEqualTo(2.0);
    assertThat(heard.number("orders.kept")).isEqualTo(17.0);
    assertThat(heard.number("spending.in30Days")).isEqualTo(170.0);
  }

  @Test
  void aForgottenOrderThatIsPaidCountsOnceMore() {
    orders(17);
    story.at("11:00").pays("order-0", 10_00);

    Heard heard = story.until("11:30");

    assertThat(heard.number("orders.paid")).isEqualTo(18.0);
    assertThat(heard.number("orders.count")).isEqualTo(18.0);
    assertThat(heard.number("spending.paid")).isEqualTo(180.0);
  }

  @ParameterizedTest
  @CsvSource({"7, 8", "8, 8"})
  void aLateRefundWithAnUnknownIdIsRefusedOnceEightAreRemembered(int known, double returned) {
    story.pays("o1", 100_00);
    refunds(known);
    story.at("10:50").arriving("11:00").refunds("o1", "late", 1_00);

    Heard heard = story.until("11:30");

    assertThat(heard.number("spending.returned")).isEqualTo(returned);
    assertThat(heard.refusals()).isEqualTo(known < 8 ? List.of() : List.of(BEYOND_DEDUP_HORIZON));
  }

  @Test
  void aRefundOnTimeIsTakenHoweverManyAreRemembered() {
    story.pays("o1", 100_00);
    refunds(9);

    Heard heard = story.until("11:30");

    assertThat(heard.refusals()).isEmpty();
    assertThat(heard.number("spending.returned")).isEqualTo(9.0);
  }

  @ParameterizedTest
  @CsvSource({"r1, DUPLICATE", "r0, BEYOND_DEDUP_HORIZON"})
  void theLastEightRefundsAreRemembered(String id, RejectionReason reason) {
    story.pays("o1", 100_00);
    refunds(9);
    story.at("10:01").arriving("11:00").refunds("o1", id, 1_00);

    Heard heard = story.until("11:30");

    assertThat(heard.refusals()).containsExactly(reason);
    assertThat(heard.number("spending.returned")).isEqualTo(9.0);
  }

  @Test
  void ordersAreRememberedThroughManyClicks() {
    story.pays("o1", 10_00).againArriving("11:00");
    views(40);

    assertThat(story.until("11:00").refusals()).containsExactly(DUPLICATE);
  }

  private void orders(int count) {
    for (int i = 0; i < count; i++) {
      story.later(Duration.ofSeconds(1)).pays("order-" + i, 10_00);
    }
  }

  private void refunds(int count) {
    for (int i = 0; i < count; i++) {
      story.later(Duration.ofMinutes(1)).refunds("o1", "r" + i, 1_00);
    }
  }

  private void views(int count) {
    for (int i = 0; i < count; i++) {
      story.later(Duration.ofSeconds(1)).views("honey");
    }
  }
}
