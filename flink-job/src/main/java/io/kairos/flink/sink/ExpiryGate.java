package io.kairos.flink.sink;

import io.kairos.engine.delivery.Fate;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.metrics.Counted;
import io.kairos.flink.metrics.Tally;
import io.kairos.flink.operator.CustomerOperator;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The last stage before the sink, and the only one after the engine that looks at a clock: what is
 * past its validity, after an outage say, becomes a decision with the same id instead of a wave of
 * stale messages, and what takes such a message back is only counted, since nobody may send it any
 * more. Off in a replay. Measures how long after its event time a message goes out.
 */
public final class ExpiryGate extends ProcessFunction<Trigger, Trigger> {
  private static final long serialVersionUID = 1L;

  /** The histogram is of the last so many triggers. */
  private static final int DELAYS = 1_000;

  private final KairosConfig config;
  private transient Tally tally;
  private transient Histogram delays;

  public ExpiryGate(KairosConfig config) {
    this.config = config;
  }

  @Override
  public void open(OpenContext context) {
    tally = new Tally(getRuntimeContext());
    tally.announce(Counted.DECIDED, Fate.EXPIRED.gate(), Fate.EXPIRED.name());
    tally.announce(Counted.CANCELS_LAPSED);
    delays = new DescriptiveStatisticsHistogram(DELAYS);
    getRuntimeContext()
        .getMetricGroup()
        .addGroup(Tally.GROUP)
        .histogram("wallClockDelayMillis", delays);
  }

  @Override
  public void processElement(Trigger trigger, Context context, Collector<Trigger> out) {
    long now = config.time().quiet().clock().millis();
    boolean live = !config.output().replay();
    if (live && trigger.getValidUntil() <= now) {
      keepBack(trigger, context, now);
    } else {
      if (live && trigger.getKind() == TriggerKind.SEND) {
        delays.update(now - trigger.getEventTime());
      }
      out.collect(trigger);
    }
  }

  private void keepBack(Trigger trigger, Context context, long now) {
    if (trigger.getKind() == TriggerKind.CANCEL) {
      tally.add(Counted.CANCELS_LAPSED);
    } else {
      tally.add(Counted.DECIDED, Fate.EXPIRED.gate(), Fate.EXPIRED.name());
      context.output(CustomerOperator.DECISIONS, decision(trigger, now));
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
        .setVariant(trigger.getVariant())
        .setMode(trigger.getMode())
        .build();
  }
}
