package io.kairos.flink.operator;

import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.trigger.Trigger;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.metrics.Tally;
import io.kairos.wire.Mode;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Passes on what the engine says, as records, and counts it. */
final class Publisher implements Outputs {
  private final Output<StreamRecord<io.kairos.wire.Trigger>> out;
  private final Tally tally;
  private final TriggerRecords triggers;
  private final ProfileRecords profiles;

  Publisher(KairosConfig config, Output<StreamRecord<io.kairos.wire.Trigger>> out, Tally tally) {
    this.out = out;
    this.tally = tally;
    this.triggers = new TriggerRecords(config.output().replay() ? Mode.REPLAY : Mode.LIVE);
    this.profiles = new ProfileRecords(config.decisions());
  }

  @Override
  public void trigger(Trigger trigger) {
    tally.add(trigger.cancellation() == null ? "sent" : "cancelled", trigger.reference().rule());
    long time = trigger.times().releasedMillis();
    out.collect(new StreamRecord<>(triggers.trigger(trigger), time));
  }

  @Override
  public void decision(Decision decision) {
    tally.add("decided", decision.fate().name());
    out.collect(
        CustomerOperator.DECISIONS,
        new StreamRecord<>(triggers.decision(decision), decision.atMillis()));
  }

  @Override
  public void profile(Snapshot snapshot) {
    out.collect(
        CustomerOperator.PROFILES,
        new StreamRecord<>(
            new ProfileUpdate(snapshot.customerId(), profiles.profile(snapshot)),
            snapshot.facts().nowMillis()));
  }

  @Override
  public void erased(String customerId) {
    tally.add("erased", "customer");
    out.collect(CustomerOperator.PROFILES, new StreamRecord<>(new ProfileUpdate(customerId, null)));
  }

  @Override
  public void refused(Event event, RejectionReason reason) {
    tally.add("rejected", reason.name());
  }

  @Override
  public void behind(Event event) {
    tally.add("behind", event.name().label());
  }
}
