package io.kairos.engine.rule;

/**
 * All rules as they are from one change to the next.
 *
 * @param fromMillis first instant, epoch milliseconds; {@link Long#MIN_VALUE} for the first edition
 */
public record Edition(long fromMillis, RuleSet set) {}
