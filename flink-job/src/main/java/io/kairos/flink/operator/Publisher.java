package io.kairos.flink.operator;

import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.trigger.Trigger;
import io.kairos.engine.trigger.TriggerKind;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.metrics.Counted;
import io.kairos.flink.metrics.Tally;
import io.kairos.wire.Mode;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Passes on what the engine says, as records, and counts it. Of the profiles of one step only the
 * last goes out: their topic keeps no other anyway, and in a catch-up a step spans whole visits.
 */
final class Publisher implements Outputs {
  /** Why the customer's memory refuses. */
  private static final Set<RejectionReason> OWN =
      EnumSet.range(RejectionReason.DUPLICATE, RejectionReason.ERASED);

  private final Output<StreamRecord<io.kairos.wire.Trigger>> out;
  private final Tally tally;
  private final TriggerRecords triggers;
  private final ProfileRecords profiles;
  private Snapshot latest;

  Publisher(KairosConfig config, Output<StreamRecord<io.kairos.wire.Trigger>> out, Tally tally) {
    this.out = out;
    this.tally = tally;
    this.triggers = new TriggerRecords(config.output().replay() ? Mode.REPLAY : Mode.LIVE);
    this.profiles = new ProfileRecords(config.decisions());
    announce();
  }

  private void announce() {
    for (Origin origin : Origin.values()) {
      tally.announce(Counted.BEHIND, Tally.topic(origin));
      for (RejectionReason reason : OWN) {
        tally.announce(Counted.REJECTED, Tally.topic(origin), reason.name());
      }
    }
    for (Fate fate : Fate.values()) {
      if (fate != Fate.EXPIRED) {
        tally.announce(Counted.DECIDED, fate.gate(), fate.name());
      }
    }
    tally.announce(Counted.ERASED);
  }

  @Override
  public void trigger(Trigger trigger) {
    count(trigger);
    long time = trigger.times().releasedMillis();
    out.collect(new StreamRecord<>(triggers.trigger(trigger), time));
  }

  private void count(Trigger trigger) {
    String rule = trigger.reference().rule();
    if (trigger.kind() == TriggerKind.SEND) {
      String variant = trigger.message().manner().variant();
      tally.add(Counted.SENT, rule, trigger.message().channel(), RuleCounts.label(variant));
    } else {
      tally.add(Counted.CANCELLED, rule);
    }
  }

  @Override
  public void held(Candidate candidate) {
    tally.add(Counted.HELD, candidate.run().rule());
  }

  @Override
  public void decision(Decision decision) {
    tally.add(Counted.DECIDED, decision.fate().gate(), decision.fate().name());
    out.collect(
        CustomerOperator.DECISIONS,
        new StreamRecord<>(triggers.decision(decision), decision.atMillis()));
  }

  @Override
  public void profile(Snapshot snapshot) {
    latest = snapshot;
  }

  /** A customer's step is over: the last profile of it goes out, if there was one. */
  void stepped() {
    if (latest != null) {
      publish(latest);
      latest = null;
    }
  }

  /** A profile goes out. */
  void publish(Snapshot snapshot) {
    out.collect(
        CustomerOperator.PROFILES,
        new StreamRecord<>(
            new ProfileUpdate(snapshot.customerId(), profiles.profile(snapshot)),
            snapshot.facts().nowMillis()));
  }

  @Override
  public void erased(String customerId) {
    latest = null;
    tally.add(Counted.ERASED);
    out.collect(CustomerOperator.PROFILES, new StreamRecord<>(new ProfileUpdate(customerId, null)));
  }

  @Override
  public void refused(Event event, RejectionReason reason) {
    tally.add(Counted.REJECTED, Tally.topic(event.header().origin()), reason.name());
  }

  @Override
  public void behind(Event event) {
    tally.add(Counted.BEHIND, Tally.topic(event.header().origin()));
  }
}
