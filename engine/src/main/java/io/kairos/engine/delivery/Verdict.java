package io.kairos.engine.delivery;

/**
 * What a gate says against a candidate.
 *
 * @param value what it saw; null for nothing
 * @param limit what it compared that with; null for nothing
 */
record Verdict(Fate fate, String value, String limit) {}
