package io.kairos.flink.rules;

/**
 * One record of the rules topic.
 *
 * @param value as it stands in the log; null for a tombstone
 * @param offset its place
 * @param arrivalMillis append time of the log, epoch milliseconds
 */
public record RuleUpdate(byte[] value, long offset, long arrivalMillis) {}
