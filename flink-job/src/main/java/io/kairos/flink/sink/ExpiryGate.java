package io.kairos.flink.sink;

import io.kairos.engine.delivery.Fate;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.metrics.Tally;
import io.kairos.flink.operator.CustomerOperator;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The last stage before the sink, and the only one after the engine that looks at a clock: what is
 * past its validity, after an outage say, becomes a decision with the same id instead of a wave of
 * stale messages. Off in a replay.
 */
public final class ExpiryGate extends ProcessFunction<Trigger, Trigger> {
  private static final long serialVersionUID = 1L;

  private final KairosConfig config;
  private transient Tally tally;

  public ExpiryGate(KairosConfig config) {
    this.config = config;
  }

  @Override
  public void open(OpenContext context) {
    tally = new Tally(getRuntimeContext());
  }

  @Override
  public void processElement(Trigger trigger, Context context, Collector<Trigger> out) {
    long now = config.time().quiet().clock().millis();
    boolean expired =
        !config.output().replay()
            && trigger.getKind() == TriggerKind.SEND
            && trigger.getValidUntil() <= now;
    if (expired) {
      tally.add("decided", Fate.EXPIRED.name());
      context.output(CustomerOperator.DECISIONS, decision(trigger, now));
    } else {
      out.collect(trigger);
    }
  }

  private static Decision decision(Trigger trigger, long now) {
    return Decision.newBuilder()
        .setId(trigger.getId())
        .setCustomerId(trigger.getCustomerId())
        .setRule(trigger.getRule())
        .setRuleVersion(trigger.getRuleVersion())
        .setStep(trigger.getStep())
        .setOccasion(trigger.getOccasion())
        .setGate(Fate.EXPIRED.gate())
        .setReason(Fate.EXPIRED.name())
        .setValue(Instant.ofEpochMilli(now).toString())
        .setLimit(Instant.ofEpochMilli(trigger.getValidUntil()).toString())
        .setDecidedAt(trigger.getEventTime())
        .setMode(trigger.getMode())
        .build();
  }
}
