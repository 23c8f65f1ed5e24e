package io.kairos.local.explain;

import io.kairos.engine.rule.Run;
import io.kairos.engine.trigger.Trigger;

/**
 * Tells a run from all others of its customer.
 *
 * @param occasion the run's key, "@" and its start
 */
public record RunName(String rule, String occasion) {
  static RunName of(Run run) {
    return new RunName(run.rule(), run.occasion());
  }

  static RunName of(Trigger.Reference reference) {
    return new RunName(reference.rule(), reference.occasion());
  }

  /** What the run is about, as the id of a cart or an order; empty for nothing in particular. */
  String key() {
    int end = occasion.lastIndexOf('@');
    return end < 0 ? "" : occasion.substring(0, end);
  }
}
