package io.kairos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Consent.Purpose;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marketing by SMS needs a word of consent; push goes out unless denied. */
class ConsentStoryTest {
  private static final String LATER = "2026-06-01T00:00";
  private final Story buyer = Story.of("u1").at("10:00").places("o1", "tea");
  private final Story shopper = Story.of("u1").at("10:00").adds("tea", 1, 15_00);

  @Test
  void noSmsWithoutAWord() {
    assertThat(buyer.until(LATER).fates("dormancy")).containsExactly(Fate.NO_CONSENT);
  }

  @Test
  void smsWithConsent() {
    assertThat(buyer.allows("sms").until(LATER).fates("dormancy")).containsExactly(Fate.SENT);
  }

  @Test
  void noSmsOnceConsentIsWithdrawn() {
    buyer.allows("sms").at("2026-03-20T10:00").denies("sms");

    assertThat(buyer.until(LATER).fates("dormancy")).containsExactly(Fate.NO_CONSENT);
  }

  @Test
  void smsWhereConsentIsAssumed() {
    assertThat(assuming().places("o1", "tea").until(LATER).fates("dormancy"))
        .containsExactly(Fate.SENT);
  }

  @Test
  void aDenialCountsMoreThanTheAssumption() {
    assertThat(assuming().places("o1", "tea").denies("sms").until(LATER).fates("dormancy"))
        .containsExactly(Fate.NO_CONSENT);
  }

  @Test
  void pushWithoutAWord() {
    assertThat(shopper.until("12:00").fates("cart-abandon")).containsExactly(Fate.SENT);
  }

  @Test
  void noPushWhenDenied() {
    assertThat(shopper.denies("push").until("12:00").fates("cart-abandon"))
        .containsExactly(Fate.NO_CONSENT);
  }

  @Test
  void ofTwoWordsOfOneSecondTheLaterCountsWhicheverArrivesFirst() {
    shopper.at("10:30:00.900").denies("push");
    shopper.at("10:30:00.100").arriving("10:31").allows("push");

    assertThat(shopper.until("12:00").fates("cart-abandon")).containsExactly(Fate.NO_CONSENT);
  }

  @Test
  void theInstantOfAWordIsKeptToTheMillisecond() {
    shopper.at("10:30:00.900").denies("push").at("10:31").allows("sms");

    CustomerState stored = CustomerState.fromBytes(shopper.soFar().state().toBytes());

    assertThat(stored.profile().person().word("push", Purpose.MARKETING))
        .hasValueSatisfying(word -> assertThat(word.atMillis() % 1000).isEqualTo(900));
    assertThat(stored.profile().person().word("sms", Purpose.MARKETING))
        .hasValueSatisfying(word -> assertThat(word.atMillis() % 1000).isZero());
  }

  @Test
  void askedAtTheReleaseAndNotBefore() {
    shopper.denies("push").at("11:00").allows("push");

    assertThat(shopper.until("12:00").fates("cart-abandon")).containsExactly(Fate.SENT);
  }

  @Test
  void noMessageToOneWhoCannotBeReached() {
    assertThat(shopper.cannotBeReachedBy("push").until("12:00").fates("cart-abandon"))
        .containsExactly(Fate.UNREACHABLE);
  }

  @ParameterizedTest
  @CsvSource({"marketing, NO_CONSENT", "service, SENT"})
  void noMarketingWhereThereWasNoRoomForADenial(String purpose, Fate fate) {
    Story story =
        Story.under(
                "rules: [{id: r, event: view, purpose: %s, send: {channel: push, template: t}}]"
                    .formatted(purpose))
            .at("10:00");
    for (String channel : List.of("a", "b", "c", "d", "e", "f", "push")) {
      story.denies(channel);
    }

    assertThat(story.views("tea").until("11:00").fates("r")).containsExactly(fate);
  }

  private static Story assuming() {
    var policy = Story.RULES.policy().assuming(Set.of("sms"));
    return Story.under(Story.RULES.with(policy)).at("10:00");
  }
}
