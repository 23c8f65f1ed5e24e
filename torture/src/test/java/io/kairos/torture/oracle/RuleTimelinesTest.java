package io.kairos.torture.oracle;

import static io.kairos.wire.OrderType.CANCELLED;
import static io.kairos.wire.OrderType.PAID;
import static io.kairos.wire.OrderType.PLACED;
import static io.kairos.wire.OrderType.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules of this module say, told by hand. Times are seconds. */
class RuleTimelinesTest {
  private final Diary diary = new Diary();

  @Test
  void aPaidOrderIsThankedForAtOnce() {
    diary.at(10).order(PAID, "o1", 129_90);

    assertThat(told("order-thanks")).containsExactly("10.0 push thanks {hour=18, total=129.90}");
  }

  @Test
  void thanksGoByTheSecondChannelWhereTheFirstIsDenied() {
    diary.at(0).consent("push", "service", false).at(10).order(PAID, "o1", 100_00);

    assertThat(told("order-thanks")).containsExactly("10.0 sms thanks {hour=18, total=100.00}");
  }

  @Test
  void anEventThatArrivesAtTheBoundOfLatenessIsOnTime() {
    diary.at(10).arriving(12).order(PAID, "o1", 100_00);

    assertThat(told("order-thanks")).hasSize(1);
  }

  @Test
  void oneThatArrivesLaterIsExpiredOnArrival() {
    diary.at(10).arriving(12.001).order(PAID, "o1", 100_00);

    assertThat(told("order-thanks")).isEmpty();
  }

  @Test
  void aRepeatedStatusIsThankedForOnce() {
    diary.at(10).order(PAID, "o1", 100_00).again(10.5).again(60);
    diary.at(70).order(PAID, "o1", 100_00);

    assertThat(told("order-thanks")).hasSize(1);
  }

  @Test
  void anUnpaidOrderIsRemindedOf() {
    diary.at(0).order(PLACED, "o1", 100_00);

    assertThat(told("unpaid-order")).containsExactly("20.0 push pay-reminder {}");
  }

  @Test
  void paymentAtTheVeryDeadlineComesFirst() {
    diary.at(0).order(PLACED, "o1", 100_00).at(20).order(PAID, "o1", 100_00);

    assertThat(told("unpaid-order")).isEmpty();
  }

  @Test
  void paymentThatArrivesLateTakesTheReminderBack() {
    diary.at(0).order(PLACED, "o1", 100_00);
    diary.at(19.999).arriving(65).order(PAID, "o1", 100_00);

    assertThat(told("unpaid-order"))
        .containsExactly("20.0 push pay-reminder {}", "65.0 CANCEL LATE_EVENT");
  }

  @Test
  void paymentSoonAfterTheReminderTakesItBack() {
    diary.at(0).order(PLACED, "o1", 100_00).at(50).order(PAID, "o1", 100_00);

    assertThat(told("unpaid-order"))
        .containsExactly("20.0 push pay-reminder {}", "50.0 CANCEL STOPPED");
  }

  @Test
  void aMillisecondLaterItStays() {
    diary.at(0).order(PLACED, "o1", 100_00).at(50.001).order(CANCELLED, "o1", 100_00);

    assertThat(told("unpaid-order")).containsExactly("20.0 push pay-reminder {}");
  }

  @Test
  void anOrderThatIsFirstHeardOfAsPaidOrShippedIsNotRemindedOf() {
    diary.at(0).order(PAID, "o1", 100_00).order(SHIPPED, "o2", 100_00);

    assertThat(told("unpaid-order")).isEmpty();
  }

  @Test
  void aCartLeftBehindIsRemindedOfTwice() {
    diary.at(0).added("shoes", 80_00);

    assertThat(told("cart-left"))
        .containsExactly("20.0 push cart-left {}", "50.0 push cart-last {units=1}");
  }

  @Test
  void aDearCartGetsACouponBySmsFromWhoAgreed() {
    diary.at(0).consent("sms", "marketing", true).added("shoes", 200_00);

    assertThat(told("cart-left"))
        .containsExactly("20.0 push cart-left {}", "50.0 sms cart-coupon {}");
  }

  @Test
  void aChangeOfTheCartMovesWhatHasNotGoneOut() {
    diary.at(0).added("shoes", 60_00).at(19).added("socks", 1_00);
    diary.at(40).quantity("socks", 3);

    assertThat(told("cart-left")).containsExactly("39.0 push cart-left {}");
  }

  @Test
  void aCheapCartIsLeftInPeace() {
    diary.at(0).added("shoes", 49_99);
    diary.by("bob").at(0).added("shoes", 50_00);

    assertThat(told("cart-left")).containsExactly("20.0 push cart-left {}");
  }

  @Test
  void emptyingTheCartAtTheDeadlineEndsTheWait() {
    diary.at(0).added("shoes", 60_00).at(20).emptied();

    assertThat(told("cart-left")).isEmpty();
  }

  @Test
  void soDoesAnOrderThatTakesTheLastLine() {
    diary.at(0).added("shoes", 60_00).at(20).order(PLACED, "o1", 60_00, "shoes");

    assertThat(told("cart-left")).isEmpty();
  }

  @Test
  void theSameCartIsRemindedOfAgainOnlyAfterThePause() {
    diary.withCart("c1").at(0).added("shoes", 60_00).at(20.001).emptied();
    diary.at(39.999).added("shoes", 60_00).at(60).emptied();
    diary.by("bob").at(0).added("shoes", 60_00).at(20.001).emptied();
    diary.at(40).added("shoes", 60_00).at(60.001).emptied();

    assertThat(told("cart-left"))
        .containsExactly(
            "20.0 push cart-left {}",
            "20.0 push cart-left {}",
            "20.001 CANCEL STOPPED",
            "20.001 CANCEL STOPPED",
            "60.0 push cart-left {}",
            "60.001 CANCEL STOPPED");
  }

  @Test
  void whatWasLookedAtIsShownOnceForEachItem() {
    diary.at(0).view("shoes").at(5).view("socks");

    assertThat(told("browse-left"))
        .containsExactly("15.0 push looked-at {item=shoes}", "20.0 push looked-at {item=socks}");
  }

  @Test
  void anOrderEndsTheWaitsOfItsItemsOnly() {
    diary.at(0).view("shoes").at(5).view("socks").at(10).order(PLACED, "o1", 60_00, "shoes");

    assertThat(told("browse-left")).containsExactly("20.0 push looked-at {item=socks}");
  }

  @Test
  void aLateLookCountsFromItsOwnTime() {
    diary.at(0).arriving(15).view("shoes").by("bob").arriving(15.001).view("socks");

    assertThat(told("browse-left")).containsExactly("15.0 push looked-at {item=shoes}");
  }

  @Test
  void aMinuteOfSilenceIsNoticed() {
    diary.at(0).login();

    assertThat(told("gone-quiet")).containsExactly("60.0 push we-miss-you {}");
  }

  @Test
  void activityAtTheLastInstantBreaksTheSilence() {
    diary.at(0).login().at(60).like("shoes");

    assertThat(told("gone-quiet")).containsExactly("120.0 push we-miss-you {}");
  }

  @Test
  void aVisitIsOverHalfAMinuteAfterItsLastStep() {
    diary.at(0).login().at(10).view("shoes");

    assertThat(told("session-end")).containsExactly("40.0 push how-was-it {}");
  }

  @Test
  void aVisitWithoutAViewWasNone() {
    diary.at(0).login();

    assertThat(told("session-end")).isEmpty();
  }

  @Test
  void whoSpendsEnoughRises() {
    diary.at(0).order(PAID, "o1", 300_00).by("bob").order(PAID, "o2", 299_99);

    assertThat(told("vip-upgrade")).containsExactly("15.0 push vip {tier=gold}");
  }

  @Test
  void whoRisesTwiceHearsOfTheHigherTierOnly() {
    diary.at(0).order(PAID, "o1", 300_00).at(5).order(PAID, "o2", 300_00);

    assertThat(told("vip-upgrade")).containsExactly("20.0 push vip {tier=platinum}");
  }

  @Test
  void aRefundTakesTheGiftBack() {
    diary.at(0).order(PAID, "o1", 300_00).at(20).refund("o1", "r1", 1);
    diary.by("bob").at(0).order(PAID, "o2", 300_00).at(10).refund("o2", "r1", 1);

    assertThat(told("vip-upgrade"))
        .containsExactly("15.0 push vip {tier=gold}", "20.0 CANCEL STOPPED");
  }

  @Test
  void whoSpendsMuchInTwoOrdersIsThanked() {
    diary.at(0).consent("sms", "marketing", true).order(PAID, "o1", 400_00);
    diary.at(10).order(PAID, "o2", 300_00);

    assertThat(told("big-spender")).containsExactly("15.0 sms big-spender {spent=700.00}");
  }

  @Test
  void inOneOrderIsNotEnough() {
    diary.at(0).consent("sms", "marketing", true).order(PAID, "o1", 700_00);

    assertThat(told("big-spender")).isEmpty();
  }

  @Test
  void theFifthViewSpeaksAndTheNextAfterAPause() {
    for (int i = 0; i < 5; i++) {
      diary.at(i).view("shoes");
    }
    diary.at(48.999).view("shoes").at(49).view("shoes");

    assertThat(told("keen-viewer"))
        .containsExactly("4.0 push keen {views=5}", "49.0 push keen {views=7}");
  }

  private List<String> told(String rule) {
    return Told.by(rule, diary);
  }
}
