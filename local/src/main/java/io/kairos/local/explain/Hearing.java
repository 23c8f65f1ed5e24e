package io.kairos.local.explain;

import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;

/** What the engine says in one step. */
final class Hearing implements Outputs {
  /** An event that was not applied. */
  record Refusal(Event event, RejectionReason reason) {}

  private final List<Trigger> triggers = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private boolean erased;

  List<Trigger> triggers() {
    return triggers;
  }

  List<Decision> decisions() {
    return decisions;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  boolean isErased() {
    return erased;
  }

  @Override
  public void trigger(Trigger trigger) {
    triggers.add(trigger);
  }

  @Override
  public void decision(Decision decision) {
    decisions.add(decision);
  }

  @Override
  public void profile(Snapshot profile) {
    // Publishing decides nothing.
  }

  @Override
  public void erased(String customerId) {
    erased = true;
  }

  @Override
  public void refused(Event event, RejectionReason reason) {
    refusals.add(new Refusal(event, reason));
  }

  @Override
  public void behind(Event event) {
    // A story is told in order: nothing is behind.
  }
}
