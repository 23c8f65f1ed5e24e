package io.kairos.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.torture.oracle.ExpectedTrigger;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final long UNTIL = 1_000;

  @Test
  void isCleanWhenWhatWentOutIsWhatMustHave() {
    Verdict verdict = judge(Guarantee.EXACTLY_ONCE, List.of(expected("a", 5)), seen("a", 5));
    assertThat(verdict.isClean()).isTrue();
    assertThat(verdict.expected()).isEqualTo(1);
    assertThat(verdict.seen()).isEqualTo(1);
  }

  @Test
  void findsWhatIsLost() {
    Verdict verdict = judge(Guarantee.AT_LEAST_ONCE, List.of(expected("a", 5)));
    assertThat(verdict.lost()).extracting(Difference::id).containsExactly("a");
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void findsWhatMustNotHaveGoneOut() {
    Verdict verdict = judge(Guarantee.AT_LEAST_ONCE, List.of(), seen("a", UNTIL));
    assertThat(verdict.unexpected()).extracting(Difference::id).containsExactly("a");
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void doesNotAskForWhatWasReleasedLater() {
    assertThat(judge(Guarantee.AT_LEAST_ONCE, List.of(), seen("a", UNTIL + 1)).isClean()).isTrue();
  }

  @Test
  void findsAnotherPayload() {
    Sighting other = sighting(trigger("a", 5, "another offer"), 1);
    Verdict verdict = judge(Guarantee.AT_LEAST_ONCE, List.of(expected("a", 5)), other);
    assertThat(verdict.wrong()).extracting(Difference::id).containsExactly("a");
    assertThat(verdict.lost()).isEmpty();
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void allowsARepeatOnlyAtLeastOnce() {
    List<ExpectedTrigger> expected = List.of(expected("a", 5));
    Sighting repeated = sighting(trigger("a", 5, "offer"), 2);
    assertThat(judge(Guarantee.AT_LEAST_ONCE, expected, repeated).isClean()).isTrue();
    assertThat(judge(Guarantee.AT_LEAST_ONCE, expected, repeated).repeated()).isEqualTo(1);
    assertThat(judge(Guarantee.EXACTLY_ONCE, expected, repeated).tooOften()).hasSize(1);
  }

  @Test
  void findsARepeatThatDiffersFromItsFirst() {
    Sighting contradicted = seen("a", 5).again(bytes(trigger("a", 5, "another offer")));
    Verdict verdict = judge(Guarantee.AT_LEAST_ONCE, List.of(expected("a", 5)), contradicted);
    assertThat(verdict.contradicted()).extracting(Difference::id).containsExactly("a");
    assertThat(verdict.isClean()).isFalse();
  }

  @Test
  void passesOverACustomerWhomTheReferenceDoesNotCover() {
    Verdict verdict =
        Verdict.of(
            Guarantee.AT_LEAST_ONCE,
            new Expectation(List.of(), 20, Map.of("anna", "too much")),
            List.of(seen("a", 5)),
            UNTIL);
    assertThat(verdict.unjudged()).isEqualTo(1);
    assertThat(verdict.isClean()).isTrue();
  }

  @Test
  void isNotCleanWhenTheReferenceCoversTooFew() {
    Expectation few = new Expectation(List.of(), 19, Map.of("anna", "too much"));
    assertThat(Verdict.of(Guarantee.AT_LEAST_ONCE, few, List.of(), UNTIL).isClean()).isFalse();
  }

  private static Verdict judge(
      Guarantee guarantee, List<ExpectedTrigger> expected, Sighting... seen) {
    return Verdict.of(guarantee, new Expectation(expected, 1, Map.of()), List.of(seen), UNTIL);
  }

  private static ExpectedTrigger expected(String id, long time) {
    Trigger trigger = trigger(id, time, "offer");
    return new ExpectedTrigger(id, "anna", "rule", time, Sha256.hex(bytes(trigger)), trigger);
  }

  private static Sighting seen(String id, long time) {
    return sighting(trigger(id, time, "offer"), 1);
  }

  private static Sighting sighting(Trigger trigger, int times) {
    return new Sighting(
        trigger.getId(), "anna", "rule", trigger.getEventTime(), bytes(trigger), "0/0", times, 0);
  }

  private static Trigger trigger(String id, long time, String offer) {
    return Trigger.newBuilder()
        .setId(id)
        .setKind(TriggerKind.SEND)
        .setCustomerId("anna")
        .setRule("rule")
        .setRuleVersion(1)
        .setOccasion("occasion")
        .setChannel("push")
        .setTemplate("template")
        .setOffer(offer)
        .setCurrency("CNY")
        .setAnchorTime(time)
        .setEventTime(time)
        .setNotBefore(time)
        .setValidUntil(time)
        .setPriority(50)
        .setReason("a test")
        .build();
  }

  private static byte[] bytes(Trigger trigger) {
    try {
      ByteBuffer buffer = Trigger.getEncoder().encode(trigger);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
