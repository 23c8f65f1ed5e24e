package io.kairos.local.stories;

import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.Event;
import io.kairos.flink.operator.TriggerRecords;
import io.kairos.wire.Decision;
import io.kairos.wire.Mode;
import io.kairos.wire.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what the engine says, as the records that the job would send. */
public final class Recorder implements Outputs {
  private final TriggerRecords records;
  private final List<Trigger> triggers = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<Event, RejectionReason> refused = new LinkedHashMap<>();

  /**
   * @param mode that the records name
   */
  public Recorder(Mode mode) {
    this.records = new TriggerRecords(mode);
  }

  public List<Trigger> triggers() {
    return List.copyOf(triggers);
  }

  public List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  /** The events that were not applied, and why. */
  Map<Event, RejectionReason> refused() {
    return refused;
  }

  @Override
  public void trigger(io.kairos.engine.trigger.Trigger trigger) {
    triggers.add(records.trigger(trigger));
  }

  @Override
  public void decision(io.kairos.engine.delivery.Decision decision) {
    decisions.add(records.decision(decision));
  }

  @Override
  public void profile(Snapshot profile) {}

  @Override
  public void erased(String customerId) {}

  @Override
  public void refused(Event event, RejectionReason reason) {
    refused.put(event, reason);
  }

  @Override
  public void behind(Event event) {}
}
