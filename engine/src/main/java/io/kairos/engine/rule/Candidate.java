package io.kairos.engine.rule;

/**
 * A message that may go out: a step of a run whose wait is over, or that ended before.
 *
 * @param rule the rule; null where it is no longer known
 * @param run the run
 * @param step id of the step
 * @param atMillis the instant of its fate, epoch milliseconds
 */
public record Candidate(Rule rule, Run run, String step, long atMillis) {

  /** The step itself; only of a rule that is known. */
  public Step message() {
    return rule.step(run, step);
  }

  public int priority() {
    return rule == null ? 0 : rule.manner().priority();
  }
}
