package io.kairos.engine.delivery;

import io.kairos.engine.rule.Run;

/**
 * The fate of one candidate.
 *
 * @param id that the trigger has, or would have had
 * @param step id of the step; empty for a rule of one
 * @param value what the gate saw; null for nothing
 * @param limit what it was compared with; null for nothing
 * @param treatment the groups that the customer is in
 * @param atMillis event time of the decision, epoch milliseconds
 */
public record Decision(
    String id,
    String customerId,
    Run run,
    String step,
    Fate fate,
    String value,
    String limit,
    Treatment treatment,
    long atMillis) {}
