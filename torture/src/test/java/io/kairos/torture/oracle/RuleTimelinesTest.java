package io.kairos.torture.oracle;

import static io.kairos.wire.OrderType.CANCELLED;
import static io.kairos.wire.OrderType.PAID;
import static io.kairos.wire.OrderType.PLACED;
import static io.kairos.wire.OrderType.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules of this module say, told by hand. Times are seconds. */
class RuleTimelinesTest {
  private final OracleSetup setup = Shops.shanghai();
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

  @Test
  void ofTwoMessagesOfOneInstantThePriorOneGoes() {
    diary.at(0).view("shoes").view("socks").like("shoes");

    assertThat(told("liked-dear")).containsExactly("8.0 push liked-dear {}");
    assertThat(told("liked-cheap")).isEmpty();
  }

  @Test
  void whereThePriorOneDoesNotHoldTheOtherGoes() {
    diary.at(0).like("shoes");

    assertThat(told("liked-dear")).isEmpty();
    assertThat(told("liked-cheap")).containsExactly("8.0 push liked-cheap {}");
  }

  @Test
  void whatWasSearchedForAMinuteAgoWasFound() {
    diary.at(0).consent("sms", "marketing", true).search("tea").at(60).order(PLACED, "o1", 5_00);
    diary.by("bob").at(0).consent("sms", "marketing", true).search("tea");
    diary.at(60.001).order(PLACED, "o2", 5_00);

    assertThat(told("found-and-bought")).containsExactly("63.0 sms found-it {}");
  }

  @Test
  void aCapIsFullForItsWindowAndNotAMillisecondLonger() {
    diary.at(0).like("shoes").at(12).like("shoes").at(24).like("shoes").at(40).like("shoes");
    diary.by("bob");
    diary.at(0).like("shoes").at(12).like("shoes").at(24).like("shoes").at(39.999).like("shoes");

    assertThat(told("liked-cheap", "ann"))
        .containsExactly(
            "8.0 push liked-cheap {}",
            "20.0 push liked-cheap {}",
            "32.0 push liked-cheap {}",
            "48.0 push liked-cheap {}");
    assertThat(told("liked-cheap", "bob")).hasSize(3);
  }

  @Test
  void twoMessagesAreNoCloserThanTheGap() {
    diary.at(0).added("shoes", 60_00).at(10).like("shoes");
    diary.by("bob").at(0).added("shoes", 60_00).at(10.001).like("shoes");

    assertThat(told("cart-left")).containsExactly("20.0 push cart-left {}");
  }

  @Test
  void marketingKeepsToWhatTheCustomerAllowed() {
    diary.at(0).consent("push", "marketing", false).like("shoes");
    diary.by("bob").reachable("push", false).like("shoes");

    assertThat(told("liked-cheap")).isEmpty();
  }

  @Test
  void aLateWordDoesNotOverwriteALaterOne() {
    diary.at(5).consent("push", "marketing", true);
    diary.at(0).arriving(6).consent("push", "marketing", false).at(7).like("shoes");

    assertThat(told("liked-cheap")).hasSize(1);
  }

  @Test
  void anErasureTakesBackWhatIsValidAndEndsTheRest() {
    diary.at(0).like("shoes").at(15).like("shoes").at(20).erased();
    diary.at(19).arriving(30).like("shoes");

    assertThat(told("liked-cheap"))
        .containsExactly("8.0 push liked-cheap {}", "20.0 CANCEL ERASED");
  }

  @Test
  void whoComesBackAfterAnErasureBeginsAnew() {
    diary.at(0).like("shoes").at(8).erased().at(8.001).like("shoes");

    assertThat(told("liked-cheap")).containsExactly("16.001 push liked-cheap {}");
  }

  @Test
  void aRepeatedEventMovesNothing() {
    diary.at(0).like("shoes").again(7);

    assertThat(told("liked-cheap")).containsExactly("8.0 push liked-cheap {}");
  }

  @Test
  void aMessageSaysAllThatTheSenderNeeds() {
    diary.withCart("c1").at(0).details("en", "Europe/Berlin").added("shoes", 60_00);
    diary.at(5).quantity("shoes", 2);

    Trigger sent = Oracle.expected(setup, diary.log()).get(0).trigger();

    assertThat(sent)
        .hasToString(
            """
            {"id": "<id>", "kind": "SEND", "mode": "LIVE", "customerId": "ann", "rule": "cart-left", \
            "ruleVersion": 1, "step": "reminder", "occasion": "<occasion>", "channel": "push", \
            "purpose": "marketing", "template": "cart-left", "variant": null, "offer": null, \
            "data": {}, "items": [{"item": "shoes", "sku": null, "category": null, "quantity": 2, \
            "unitPrice": 6000}], "itemCount": 2, "amount": 12000, "currency": "CNY", \
            "cartId": "c1", "orderId": null, "tier": "none", "language": "en", \
            "timeZone": "Europe/Berlin", "anchorTime": 1773136805000, \
            "eventTime": 1773136825000, "notBefore": 1773136825000, \
            "validUntil": 1773158425000, "priority": 60, "reason": "Cart of 2 items worth 120.00 \
            CNY left behind; nothing happened to it for 20 s.", "evidence": [{"name": \
            "cart.value", "value": "120.00", "limit": null}, {"name": "waited", "value": "20 s", \
            "limit": "20 s"}, {"name": "cart.value", "value": "120.00", "limit": ">= 50.00"}], \
            "cancels": null, "cancelReason": null}"""
                .replace("<id>", sent.getId())
                .replace("<occasion>", sent.getOccasion()));
    assertThat(sent.getId()).matches("[0-9a-f]{32}");
    assertThat(sent.getOccasion()).matches("c1@[0-9a-f]{16}");
  }

  @Test
  void nothingFiresAfterTheEnd() {
    OracleSetup early = new OracleSetup(setup.shopZone(), "CNY", 2000, Diary.millis(8) - 1);
    diary.at(0).like("shoes");

    assertThat(Oracle.expected(early, diary.log())).isEmpty();
    assertThat(told("liked-cheap")).hasSize(1);
  }

  private List<String> told(String rule) {
    return told(rule, "");
  }

  private List<String> told(String rule, String customer) {
    List<ExpectedTrigger> expected = Oracle.expected(setup, diary.log());
    List<Trigger> said = new EngineSide(setup, Distortion.NONE).triggers(diary.log());
    assertThat(Held.against(expected, said)).isEqualTo(Held.NOTHING);
    return expected.stream()
        .filter(one -> one.rule().equals(rule) && one.customerId().startsWith(customer))
        .sorted(Comparator.comparingLong(ExpectedTrigger::eventTimeMillis))
        .map(RuleTimelinesTest::line)
        .toList();
  }

  private static String line(ExpectedTrigger one) {
    Trigger trigger = one.trigger();
    String what =
        trigger.getKind() == TriggerKind.CANCEL
            ? "CANCEL " + trigger.getCancelReason()
            : trigger.getChannel() + " " + trigger.getTemplate() + " " + trigger.getData();
    return (one.eventTimeMillis() - Diary.START) / 1000.0 + " " + what;
  }
}
