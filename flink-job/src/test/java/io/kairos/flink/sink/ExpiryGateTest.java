package io.kairos.flink.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.TestConfig;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.operator.CustomerOperator;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.util.Map;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Flink's harness may throw anything when it closes.
class ExpiryGateTest {
  private static final long FUTURE = System.currentTimeMillis() + 3_600_000;
  private static final long PAST = System.currentTimeMillis() - 1;

  @Test
  void whatIsStillValidGoesOut() throws Exception {
    assertThat(passes("live", trigger(TriggerKind.SEND, FUTURE))).isTrue();
  }

  @Test
  void whatIsPastBecomesADecisionWithTheSameId() throws Exception {
    try (var harness = harness("live")) {
      harness.processElement(trigger(TriggerKind.SEND, PAST), 0);
      assertThat(harness.extractOutputValues()).isEmpty();
      var decisions = harness.getSideOutput(CustomerOperator.DECISIONS);
      assertThat(decisions).hasSize(1);
      assertThat(decisions.peek().getValue().getReason()).isEqualTo("EXPIRED");
      assertThat(decisions.peek().getValue().getId()).isEqualTo("id-1");
      assertThat(decisions.peek().getValue().getVariant()).isEqualTo("a");
    }
  }

  @Test
  void whatCanStillBeTakenBackIs() throws Exception {
    assertThat(passes("live", trigger(TriggerKind.CANCEL, FUTURE))).isTrue();
  }

  @Test
  void whatNobodyMaySendAnyMoreIsNotTakenBackButCounted() throws Exception {
    try (var harness = harness("live")) {
      harness.processElement(trigger(TriggerKind.SEND, PAST), 0);
      harness.processElement(trigger(TriggerKind.CANCEL, PAST), 0);

      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(harness.getSideOutput(CustomerOperator.DECISIONS)).hasSize(1);
      assertThat(harness.getEnvironment().getAccumulatorRegistry().getUserMap())
          .extractingByKey("cancelsLapsed:")
          .extracting(Accumulator::getLocalValue)
          .isEqualTo(1L);
    }
  }

  @Test
  void nothingExpiresInAReplay() throws Exception {
    assertThat(passes("replay", trigger(TriggerKind.SEND, PAST))).isTrue();
    assertThat(passes("replay", trigger(TriggerKind.CANCEL, PAST))).isTrue();
  }

  private static boolean passes(String mode, Trigger trigger) throws Exception {
    try (var harness = harness(mode)) {
      harness.processElement(trigger, 0);
      return harness.extractOutputValues().size() == 1;
    }
  }

  private static OneInputStreamOperatorTestHarness<Trigger, Trigger> harness(String mode)
      throws Exception {
    KairosConfig config = TestConfig.of(Map.of(KairosOptions.MODE.key(), mode));
    var harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ExpiryGate(config)));
    harness.open();
    return harness;
  }

  private static Trigger trigger(TriggerKind kind, long validUntil) {
    return Trigger.newBuilder()
        .setId("id-1")
        .setVariant("a")
        .setKind(kind)
        .setCustomerId("ann")
        .setRule("cart-abandon")
        .setRuleVersion(1)
        .setOccasion("@1")
        .setChannel("push")
        .setTemplate("cart-reminder")
        .setCurrency("CNY")
        .setAnchorTime(1)
        .setEventTime(2)
        .setNotBefore(2)
        .setValidUntil(validUntil)
        .setReason("Because.")
        .build();
  }
}
