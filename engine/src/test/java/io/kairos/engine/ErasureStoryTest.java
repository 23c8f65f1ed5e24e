package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Fate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A customer who asks to be erased. */
class ErasureStoryTest {
  private final Story story = Story.of("customer-one").at("10:00").adds("tea", 1, 15_00);

  @Test
  void isToldOnce() {
    story.at("10:30").asksToBeErased().again();

    Heard heard = story.until("12:00");

    assertThat(heard.erased()).containsExactly("customer-one");
    assertThat(heard.refusals()).containsExactly(RejectionReason.ERASED);
  }

  @Test
  void endsWhatIsOpen() {
    story.at("10:30").asksToBeErased();

    Heard heard = story.until("2026-12-31T00:00");

    assertThat(heard.triggers()).isEmpty();
    assertThat(heard.fates("cart-abandon")).containsExactly(Fate.ERASED);
  }

  @Test
  void takesBackWhatIsStillValid() {
    story.at("12:00").asksToBeErased();

    assertThat(story.until("13:00").cancels()).containsExactly("ERASED 2026-03-10T12:00");
  }

  @Test
  void takesBackTheLastEightMessagesWithNamesAsAShopGivesThem() {
    Story viewer =
        Story.under(
            """
            rules:
              - id: look-at-it-again
                event: view
                per: item
                steps: [{id: reminder, send: {channel: push, template: again}}]
            """);
    viewer.at("10:00");
    for (int i = 0; i < 9; i++) {
      viewer.views("item-10000" + i);
    }
    viewer.at("11:00").asksToBeErased();

    assertThat(viewer.until("11:00").cancels()).hasSize(8).containsOnly("ERASED 2026-03-10T11:00");
  }

  @Test
  void takesBackNothingThatIsPast() {
    story.at("23:00").asksToBeErased();

    assertThat(story.until("23:30").cancels()).isEmpty();
  }

  @Test
  void isNotTakenForARepeatHoweverLateItComes() {
    Story late = Story.of("u2").at("10:01");
    for (int i = 0; i < 20; i++) {
      late.later(Duration.ofMinutes(1)).views("item-" + i);
    }
    late.at("10:02").arriving("10:40").asksToBeErased().againArriving("10:50");

    Heard heard = late.until("11:00");

    assertThat(heard.erased()).containsExactly("u2");
    assertThat(heard.refusals()).containsExactly(RejectionReason.ERASED);
  }

  @Test
  void leavesNothingButTheInstant() {
    story.at("10:30").asksToBeErased();

    byte[] left = story.until("12:00").state().toBytes();

    assertThat(new String(left, StandardCharsets.ISO_8859_1)).doesNotContain("customer-one");
    assertThat(left).hasSizeLessThan(100);
  }

  @Test
  void isNotUndoneByAnEventFromBefore() {
    story.at("10:30").asksToBeErased().at("10:20").arriving("11:00").places("o1", "tea");

    Heard heard = story.until("12:00");

    assertThat(heard.refusals()).containsExactly(RejectionReason.ERASED);
    assertThat(heard.state().profile().orders().count()).isZero();
  }

  @Test
  void oneWhoComesBackIsANewCustomer() {
    story.at("10:30").asksToBeErased().at("13:00").adds("milk", 1, 2_00);

    Heard heard = story.until("15:00");

    assertThat(heard.sends("cart-abandon")).containsExactly("2026-03-10T14:00");
    assertThat(heard.state().customerId()).isEqualTo("customer-one");
    assertThat(heard.state().profile().counts().events()).isEqualTo(1);
  }

  @Test
  void datesBeginForOneWhoComesBack() {
    Story story =
        Story.under("rules: [{id: w, every: week on SUN, send: {channel: push, template: t}}]");
    story.at("10:00").views("tea").at("11:00").asksToBeErased().at("2026-03-11T10:00").views("tea");

    assertThat(story.until("2026-03-16T00:00").sends("w"))
        .singleElement()
        .asString()
        .startsWith("2026-03-15T00:");
  }
}
