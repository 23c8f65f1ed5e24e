package io.kairos.torture.oracle;

import static io.kairos.wire.OrderType.PLACED;
import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.wire.Trigger;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Which messages of the rules of this module go out, and what they carry, told by hand. Times are
 * seconds.
 */
class DeliveryTimelinesTest {
  private final OracleSetup setup = Shops.shanghai();
  private final Diary diary = new Diary();

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
    return Told.by(rule, diary);
  }

  private List<String> told(String rule, String customer) {
    return Told.by(rule, customer, diary);
  }
}
