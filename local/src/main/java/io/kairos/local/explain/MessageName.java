package io.kairos.local.explain;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.trigger.Trigger;

/**
 * Tells a message from all others: a step of a run.
 *
 * @param step empty for a rule of one step
 * @param id of the trigger
 */
public record MessageName(RunName run, String step, String id) {
  static MessageName of(Decision decision) {
    return new MessageName(RunName.of(decision.run()), decision.step(), decision.id());
  }

  /** The message that a trigger sends or takes back. */
  static MessageName of(Trigger trigger) {
    Trigger.Reference reference = trigger.reference();
    String id = trigger.cancellation() == null ? reference.id() : trigger.cancellation().cancels();
    return new MessageName(RunName.of(reference), reference.step(), id);
  }
}
