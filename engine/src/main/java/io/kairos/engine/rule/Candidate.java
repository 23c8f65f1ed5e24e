package io.kairos.engine.rule;

/**
 * A message that may go out: a run whose wait is over, or that ended before.
 *
 * @param rule the rule; null where it is no longer known
 * @param run the run
 * @param atMillis the instant of its fate, epoch milliseconds
 */
public record Candidate(Rule rule, Run run, long atMillis) {}
