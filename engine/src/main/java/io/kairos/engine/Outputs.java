package io.kairos.engine;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.delivery.Decision;
import io.kairos.engine.event.Event;
import io.kairos.engine.rule.Candidate;
import io.kairos.engine.trigger.Trigger;

/** Takes what the engine says, in the order in which it says it. */
public interface Outputs {
  void trigger(Trigger trigger);

  void decision(Decision decision);

  void profile(Snapshot profile);

  /** The customer was erased: whatever is published of him is to go. */
  void erased(String customerId);

  /** An event that was not applied. */
  void refused(Event event, RejectionReason reason);

  /**
   * An event found behind what was already settled, and applied there: the one exception to the
   * order.
   */
  void behind(Event event);

  /** A message is due and begins to wait for the end of quiet hours; its fate comes later. */
  default void held(Candidate candidate) {}
}
