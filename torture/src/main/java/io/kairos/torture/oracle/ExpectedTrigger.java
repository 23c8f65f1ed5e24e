package io.kairos.torture.oracle;

import io.kairos.wire.Trigger;

/**
 * What must go out.
 *
 * @param eventTimeMillis the release in event time, epoch milliseconds
 * @param payloadSha256 in hex digits, over the trigger's bytes in single-object encoding
 */
public record ExpectedTrigger(
    String id,
    String customerId,
    String rule,
    long eventTimeMillis,
    String payloadSha256,
    Trigger trigger) {

  static ExpectedTrigger of(Trigger trigger) {
    return new ExpectedTrigger(
        trigger.getId(),
        trigger.getCustomerId(),
        trigger.getRule(),
        trigger.getEventTime(),
        Hashes.payload(trigger),
        trigger);
  }
}
