package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.profile.CartLine;
import org.junit.jupiter.api.Test;

/** The default rule cart-abandon: an hour without a change, half an hour without any activity. */
class CartReminderStoryTest {
  private static final String RULE = "cart-abandon";
  private final Story story = Story.of("u1").at("10:00").adds("tea", 2, 15_00);

  @Test
  void remindsOneHourAfterTheAdd() {
    assertThat(story.until("12:00").sends(RULE)).containsExactly("2026-03-10T11:00");
  }

  @Test
  void remindsNotAMillisecondEarlier() {
    assertThat(story.until("10:59:59.999").sends(RULE)).isEmpty();
    assertThat(story.until("11:00").sends(RULE)).hasSize(1);
  }

  @Test
  void saysWhatIsInTheCartAndWhy() {
    var message = story.until("12:00").sent(RULE).get(0);

    assertThat(message.message().content().template()).isEqualTo("cart-reminder");
    assertThat(message.message().channel()).isEqualTo("push");
    assertThat(message.message().cart().lines()).extracting(CartLine::item).containsExactly("tea");
    assertThat(message.times().validUntilMillis() - message.times().releasedMillis())
        .isEqualTo(12 * 60 * 60 * 1000L);
    assertThat(message.why().reason())
        .isEqualTo(
            "Cart of 2 items worth 30.00 CNY left behind; nothing happened to it for 1 h;"
                + " customer inactive for 1 h.");
  }

  @Test
  void waitsAnHourFromEachChange() {
    story.at("10:20").adds("milk", 1, 2_00).at("10:50").removes("milk");

    assertThat(story.until("12:00").sends(RULE)).containsExactly("2026-03-10T11:50");
  }

  @Test
  void waitsUntilTheCustomerWasIdleForHalfAnHour() {
    story.at("10:45").views("honey");

    assertThat(story.until("12:00").sends(RULE)).containsExactly("2026-03-10T11:15");
  }

  @Test
  void activityExactlyHalfAnHourBeforeHoldsNothing() {
    story.at("10:30").views("honey");

    assertThat(story.until("12:00").sends(RULE)).containsExactly("2026-03-10T11:00");
  }

  @Test
  void anOrderEndsIt() {
    story.at("10:40").places("o1", "tea");

    Heard heard = story.until("12:00");

    assertThat(heard.sends(RULE)).isEmpty();
    assertThat(heard.fates(RULE)).containsExactly(Fate.STOPPED);
  }

  @Test
  void anOrderAtTheVeryDeadlineEndsIt() {
    story.at("11:00").places("o1", "tea");

    assertThat(story.until("12:00").fates(RULE)).containsExactly(Fate.STOPPED);
  }

  @Test
  void anOrderOfSomethingElseEndsItToo() {
    story.at("10:40").places("o1", "milk");

    assertThat(story.until("12:00").fates(RULE)).containsExactly(Fate.STOPPED);
  }

  @Test
  void anOrderTakesItsLinesOutOfTheCart() {
    story.adds("milk", 1, 2_00).at("10:40").places("o1", "tea");

    assertThat(story.until("12:00").state().profile().cart().lines())
        .extracting(CartLine::item)
        .containsExactly("milk");
  }

  @Test
  void aPaymentThatComesBeforeItsPlacingTakesTheLinesOutOnce() {
    story.at("10:40").pays("o1", 30_00).at("10:41").places("o1", "tea");

    assertThat(story.until("12:00").state().profile().orders().count()).isEqualTo(1);
  }

  @Test
  void emptyingTheCartEndsIt() {
    story.at("10:40").emptiesCart();

    assertThat(story.until("12:00").fates(RULE)).containsExactly(Fate.STOPPED);
  }

  @Test
  void removingTheLastItemEndsIt() {
    story.at("10:40").removes("tea");

    assertThat(story.until("12:00").fates(RULE)).containsExactly(Fate.STOPPED);
  }

  @Test
  void loweringTheQuantityToNothingEndsIt() {
    story.at("10:40").changesQuantity("tea", 0);

    assertThat(story.until("12:00").fates(RULE)).containsExactly(Fate.STOPPED);
  }

  @Test
  void oneReminderACart() {
    story.at("13:00").adds("milk", 1, 2_00);

    assertThat(story.until("15:00").fates(RULE)).containsExactly(Fate.SENT, Fate.AGAIN);
  }

  @Test
  void theNextCartIsRemindedOfAnew() {
    story.at("13:00").emptiesCart().at("14:00").adds("milk", 1, 2_00);

    assertThat(story.until("16:00").sends(RULE))
        .containsExactly("2026-03-10T11:00", "2026-03-10T15:00");
  }

  @Test
  void aLoweredQuantityStartsNothing() {
    story.at("13:00").changesQuantity("tea", 1);

    assertThat(story.until("15:00").fates(RULE)).containsExactly(Fate.SENT);
  }

  @Test
  void aRaisedQuantityStartsAgain() {
    story.at("13:00").changesQuantity("tea", 3);

    assertThat(story.until("15:00").fates(RULE)).containsExactly(Fate.SENT, Fate.AGAIN);
  }

  @Test
  void aRaisedQuantityStartsAfterAnOrderEndedTheWait() {
    story.adds("milk", 1, 2_00).at("10:10").places("o1", "tea").at("10:20");
    story.changesQuantity("milk", 2);

    assertThat(story.until("12:00").sends(RULE)).containsExactly("2026-03-10T11:20");
  }

  @Test
  void aCartUnderAnotherIdTakesThePlaceOfTheOldOne() {
    Heard heard =
        Story.of("u1")
            .at("10:00")
            .addsToCart("c1", "tea")
            .at("10:10")
            .addsToCart("c2", "milk")
            .until("12:00");

    assertThat(heard.fates(RULE)).containsExactly(Fate.STOPPED, Fate.SENT);
    assertThat(heard.sent(RULE).get(0).message().cart().lines())
        .extracting(CartLine::item)
        .containsExactly("milk");
  }

  @Test
  void removingFromAnotherCartLeavesThisOneAlone() {
    Heard heard =
        Story.of("u1")
            .at("10:00")
            .addsToCart("c1", "tea")
            .at("10:10")
            .removes("milk")
            .until("12:00");

    assertThat(heard.state().profile().cart().lines())
        .extracting(CartLine::item)
        .containsExactly("tea");
  }

  @Test
  void whatHappensToAnotherCartLeavesTheRemindersOfThisOneAlone() {
    story.at("10:00").addsToCart("c1", "tea").at("10:30").emptiesCart("c0");

    assertThat(story.until("12:00").sends("cart-abandon")).containsExactly("2026-03-10T11:00");
  }

  @Test
  void anAddOfNothingRemindsOfNoCart() {
    Story other = Story.of("u1").at("10:00").addsNothing().at("10:20").adds("tea", 1, 10_00);

    assertThat(other.until("12:00").sends("cart-abandon")).containsExactly("2026-03-10T11:20");
  }
}
