package io.kairos.bench.limit;

import io.kairos.engine.Outputs;
import io.kairos.engine.Snapshot;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.trigger.Trigger;

/** How much the engine has said. */
final class CountedOutputs implements Outputs {
  private long triggers;
  private long decisions;
  private long profiles;
  private long behind;

  @Override
  public void trigger(Trigger trigger) {
    triggers++;
  }

  @Override
  public void decision(Decision decision) {
    decisions++;
  }

  @Override
  public void profile(Snapshot profile) {
    profiles++;
  }

  @Override
  public void erased(String customerId) {
    // No customer of the input is.
  }

  @Override
  public void refused(Event event, RejectionReason reason) {
    // Nor does an event come twice.
  }

  @Override
  public void behind(Event event) {
    behind++;
  }

  @Override
  public String toString() {
    return "%d triggers, %d decisions, %d profiles, %d events behind"
        .formatted(triggers, decisions, profiles, behind);
  }
}
