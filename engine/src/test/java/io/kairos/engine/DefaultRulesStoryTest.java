package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Birth;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.EventName;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each rule of the default file says, and when it is silent. */
class DefaultRulesStoryTest {
  private static final RuleSet DEFAULTS = RuleFile.defaults("CNY");

  private final Story story = Story.under(DEFAULTS).at("10:00");

  @Test
  void aCartLeftBehindIsSpokenOfThreeTimes() {
    Heard heard = story.allows("sms").adds("tea", 1, 250_00).until("2026-03-20T00:00");

    assertThat(heard.sends("cart-abandon"))
        .containsExactly("2026-03-10T11:00", "2026-03-11T10:00", "2026-03-13T10:00");
    assertThat(templates(heard, "cart-abandon"))
        .containsExactly("push cart-reminder", "sms cart-coupon", "push cart-last-call");
  }

  @Test
  void anOrderEndsCartBrowseAndSearchRunsAndACartEndsBrowseRuns() {
    Story browsing = story.views("a").views("b").views("c");
    Heard carted = browsing.at("10:30").adds("tea", 1, 9_00).until("2026-03-12T00:00");
    Heard ordered =
        Story.under(DEFAULTS)
            .at("10:00")
            .views("a")
            .views("b")
            .views("c")
            .adds("tea", 1, 9_00)
            .at("10:30")
            .places("o1", "tea")
            .until("2026-03-12T00:00");

    assertThat(carted.fates("browse-abandon")).containsExactly(Fate.STOPPED);
    assertThat(carted.fates("cart-abandon")).startsWith(Fate.SENT);
    assertThat(ordered.fates("cart-abandon")).containsOnly(Fate.STOPPED).hasSize(3);
  }

  @Test
  void anUnpaidOrderIsRemindedOfSoonAndBeforeItExpires() {
    story.orders(EventName.ORDER_PLACED, "o1", 99_00, "2026-03-11T10:00");

    Heard heard = story.until("2026-03-12T00:00");

    assertThat(heard.sends("unpaid-order"))
        .hasSize(2)
        .startsWith("2026-03-10T10:30")
        .last()
        .asString()
        .startsWith("2026-03-11T08:");
    assertThat(heard.sent("unpaid-order").get(0).message().subject().orderId()).isEqualTo("o1");
  }

  @Test
  void aPaidOneIsNot() {
    story.places("o1", "tea").at("10:20").pays("o1", 99_00);

    assertThat(story.until("2026-03-12T00:00").fates("unpaid-order"))
        .containsExactly(Fate.NO_TIME, Fate.STOPPED);
  }

  @Test
  void anOrderThatIsFirstHeardOfAsPaidIsNotRemindedOf() {
    assertThat(story.pays("o1", 99_00).until("2026-03-12T00:00").fates("unpaid-order")).isEmpty();
  }

  @Test
  void whoLooksThreeTimesAndLeavesIsReminded() {
    story.views("a", "tea").views("b", "tea").at("10:20").views("c", "tea");

    Heard heard = story.until("2026-03-12T00:00");

    assertThat(heard.sends("browse-abandon")).containsExactly("2026-03-10T12:20");
    assertThat(heard.sent("browse-abandon").get(0).message().content().data())
        .containsEntry("category", "tea");
  }

  @Test
  void whoLooksTwiceIsNot() {
    assertThat(story.views("a").views("b").until("2026-03-12T00:00").fates("browse-abandon"))
        .containsExactly(Fate.CONDITION);
  }

  @Test
  void whoBoughtAndIsSilentForThirtyDaysIsMissed() {
    story.allows("sms").places("o1", "tea").pays("o1", 50_00);

    assertThat(story.until("2026-04-30T00:00").sends("dormancy"))
        .containsExactly("2026-04-09T10:00");
  }

  @Test
  void aRepeatBuyerWhoIsProbablyLostIsWonBackByOneSms() {
    story.at("2025-03-10T10:00").allows("sms");
    for (int week = 0; week < 12; week++) {
      story.places("o" + week, "tea").pays("o" + week, 50_00).later(Duration.ofDays(7));
    }

    Heard heard = story.until("2027-03-10T00:00");

    assertThat(templates(heard, "win-back")).containsExactly("sms win-back");
  }

  @Test
  void aRisenTierIsWelcomedADayLaterAndOnlyTheHighestSpeaks() {
    for (int order = 0; order < 10; order++) {
      story.places("o" + order, "tea").pays("o" + order, 6_500_00).later(Duration.ofMinutes(10));
    }

    Heard heard = story.until("2026-03-12T00:00");

    assertThat(templates(heard, "vip-upgrade")).containsExactly("push vip-diamond");
    assertThat(heard.fates("vip-upgrade")).contains(Fate.CONDITION, Fate.SENT);
  }

  @Test
  void aRefundWithinTheDayTakesTheGiftBack() {
    for (int order = 0; order < 3; order++) {
      story.places("o" + order, "tea").pays("o" + order, 4_000_00).later(Duration.ofMinutes(10));
    }
    story.refunds("o0", "r0", 4_000_00);

    assertThat(story.until("2026-03-12T00:00").fates("vip-upgrade")).containsExactly(Fate.STOPPED);
  }

  @Test
  void aNewCustomerIsWelcomedOnce() {
    Heard heard = story.registers().until("12:00");

    assertThat(templates(heard, "welcome")).containsExactly("push welcome");
  }

  @ParameterizedTest
  @CsvSource({"199.99, gift-10", "200, gift-20", "499.99, gift-20", "500, gift-50"})
  void theGiftGrowsWithTheFirstOrder(String total, String gift) {
    long minor = Math.round(Double.parseDouble(total) * 100);
    story.places("o1", "tea").pays("o1", minor);

    Heard heard = story.until("2026-03-14T00:00");

    assertThat(heard.sends("first-order-gift")).containsExactly("2026-03-13T10:00");
    assertThat(heard.sent("first-order-gift").get(0).message().content().offer()).isEqualTo(gift);
  }

  @Test
  void theSecondOrderHasNoSuchGift() {
    story.places("o1", "tea").pays("o1", 50_00).later(Duration.ofDays(5));

    Heard heard = story.places("o2", "tea").pays("o2", 50_00).until("2026-03-25T00:00");

    assertThat(heard.sends("first-order-gift")).hasSize(1);
  }

  @Test
  void saysThatAnOrderIsOnItsWay() {
    story.places("o1", "tea").pays("o1", 50_00);
    Heard heard =
        story.at("15:00").orders(EventName.ORDER_SHIPPED, "o1", 50_00, null).until("16:00");

    assertThat(heard.sends("order-shipped")).containsExactly("2026-03-10T15:00");
    assertThat(heard.sent("order-shipped").get(0).message().content().data())
        .containsEntry("order", "o1");
  }

  @Test
  void aBirthdayIsGreetedInTheMorning() {
    story.tells(new Details(null, null, null, null, null, new Birth(1990, 3, 12)));

    Heard heard = story.until("2026-03-13T00:00");

    assertThat(heard.sends("birthday")).containsExactly("2026-03-12T09:00");
    assertThat(heard.sent("birthday").get(0).message().content().offer()).isEqualTo("birthday-10");
  }

  @Test
  void threeDaysOfTheSameSearchAreAnswered() {
    for (int day = 10; day <= 12; day++) {
      story.at("2026-03-%dT19:30".formatted(day)).searches("red shoes");
    }

    Heard heard = story.until("2026-03-14T00:00");

    assertThat(heard.sends("search-streak")).containsExactly("2026-03-13T19:00");
    assertThat(heard.sent("search-streak").get(0).message().content().data())
        .containsEntry("query", "red shoes");
  }

  @Test
  void showsWhatGoesWithAPurchaseUnlessItWasBoughtAlready() {
    var phone = Story.line("p1", "phone.android", 999_00);
    story.orders(EventName.ORDER_PLACED, "o1", 999_00, null, phone);
    story.orders(EventName.ORDER_PAID, "o1", 999_00, null, phone);
    story.at("2026-03-11T10:00").orders(EventName.ORDER_DELIVERED, "o1", 999_00, null, phone);
    Heard heard = story.until("2026-03-15T00:00");

    assertThat(heard.sends("cross-sell")).containsExactly("2026-03-14T10:00");
    assertThat(heard.sent("cross-sell").get(0).message().content().data())
        .containsEntry("category", "phone-case");

    var case1 = Story.line("c1", "phone-case", 9_00);
    story.at("2026-03-12T10:00").orders(EventName.ORDER_PLACED, "o2", 9_00, null, case1);
    story.orders(EventName.ORDER_PAID, "o2", 9_00, null, case1);
    assertThat(story.until("2026-03-15T00:00").fates("cross-sell")).containsExactly(Fate.CONDITION);
  }

  @Test
  void whoIsAboutToLeaveIsShownTheFavourite() {
    story.places("o1", "tea").pays("o1", 50_00).views("a", "books").views("b", "books");

    Heard heard = story.until("2026-10-30T00:00");

    assertThat(heard.sent("favourite-recall")).hasSize(1);
    assertThat(heard.sent("favourite-recall").get(0).message().content().data())
        .containsEntry("category", "books");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T18:00, 31.2304, 1",
    "2026-03-10T17:59:59, 31.2304, 0",
    "2026-03-14T18:30, 31.2304, 0",
    "2026-03-10T18:00, 31.2404, 0"
  })
  void afterWorkNearAPlace(String at, double latitude, int sent) {
    String yaml =
        RuleFile.defaultText()
            .replace("places: {}", "places: {office-park: \"31.2304, 121.4737, 500m\"}");

    Heard heard = Story.under(yaml).at(at).logsInAt(latitude, 121.4740).until("2026-03-15T23:00");

    assertThat(heard.sent("place-and-time")).hasSize(sent);
    assertThat(heard.sent("place-and-time"))
        .allSatisfy(
            t -> {
              assertThat(t.message().content().data()).containsEntry("place", "office-park");
              assertThat(t.why().toString()).doesNotContain("31.23");
            });
  }

  @Test
  void theBestCustomersGetAReportOfTheMonth() {
    for (int order = 0; order < 5; order++) {
      story.places("o" + order, "tea").pays("o" + order, 6_500_00).later(Duration.ofHours(3));
    }

    Heard heard = story.until("2026-04-02T00:00");

    assertThat(heard.sends("monthly-report")).containsExactly("2026-04-01T10:00");
    assertThat(Story.under(DEFAULTS).at("10:00").views("a").until("2026-04-02T00:00").decisions())
        .extracting(d -> d.run().rule())
        .doesNotContain("monthly-report");
    assertThat(heard.sent("monthly-report").get(0).message().content().data())
        .containsEntry("spent", "32500.00");
  }

  @Test
  void tiersAreLetInToTheSaleEarly() {
    story.at("2027-10-01T10:00");
    for (int order = 0; order < 5; order++) {
      story.places("o" + order, "tea").pays("o" + order, 6_500_00).later(Duration.ofHours(3));
    }

    Heard heard = story.until("2027-11-12T00:00");

    assertThat(heard.sends("early-access")).containsExactly("2027-11-10T20:00");
    assertThat(heard.sent("early-access").get(0).message().content().offer())
        .isEqualTo("two-hours-early");
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "4, 1", "5, 1"})
  void afterAGoodReviewAFriendIsAskedFor(int rating, int sent) {
    assertThat(story.reviews(rating).until("12:00").sends("refer-a-friend")).hasSize(sent);
  }

  @Test
  void whoMayBuyMoreIsShownHow() {
    story.places("o1", "tea").pays("o1", 300_00);

    Heard heard = story.until("2026-03-12T00:00");

    assertThat(templates(heard, "tutorial")).containsExactly("in-app tutorial");
  }

  @Test
  void aReturnOfAGoodCustomerIsCalledAboutAtAnyHour() {
    for (int order = 0; order < 5; order++) {
      story.places("o" + order, "tea").pays("o" + order, 6_500_00).later(Duration.ofHours(1));
    }
    story.at("23:30").orders(EventName.ORDER_RETURN_REQUESTED, "o4", 6_500_00, null);

    Heard heard = story.until("23:59");

    assertThat(heard.sends("return-requested")).containsExactly("2026-03-10T23:30");
    assertThat(templates(heard, "return-requested")).containsExactly("service-desk call-back");
  }

  @Test
  void everyRuleHasAStoryHere() throws Exception {
    String here =
        java.nio.file.Files.readString(
            java.nio.file.Path.of("src/test/java/io/kairos/engine/DefaultRulesStoryTest.java"));

    assertThat(DEFAULTS.rules().keySet())
        .allSatisfy(id -> assertThat(here).contains('"' + id + '"'));
  }

  private static List<String> templates(Heard heard, String rule) {
    return heard.sent(rule).stream().map(DefaultRulesStoryTest::said).toList();
  }

  private static String said(Trigger trigger) {
    return trigger.message().channel() + " " + trigger.message().content().template();
  }
}
