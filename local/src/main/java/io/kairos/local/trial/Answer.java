package io.kairos.local.trial;

import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;

/**
 * What a rule would say to the customer.
 *
 * @param rule its id
 * @param step the step asked; empty for the one of a rule without
 * @param began in words, what began the rule
 * @param said what came of it
 */
record Answer(String rule, String step, String began, Said said) {

  /** What came of it. */
  sealed interface Said {}

  /** A message. */
  record Message(Trigger trigger) implements Said {}

  /** A gate stands in the way. */
  record Stopped(Decision decision) implements Said {}

  /** Nothing within the time that a held message is followed. */
  record Waiting() implements Said {}

  /** The rule has not begun; {@code began} says why. */
  record NotBegun() implements Said {}
}
