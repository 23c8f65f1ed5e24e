package io.kairos.engine.delivery;

import io.kairos.engine.rule.Run;

/**
 * The fate of one candidate.
 *
 * @param id that the trigger has, or would have had
 * @param value what the gate saw; null for nothing
 * @param limit what it was compared with; null for nothing
 * @param atMillis event time of the decision, epoch milliseconds
 */
public record Decision(
    String id, String customerId, Run run, Fate fate, String value, String limit, long atMillis) {}
