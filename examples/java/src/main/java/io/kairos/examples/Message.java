package io.kairos.examples;

import com.fasterxml.jackson.databind.JsonNode;
import io.kairos.wire.Trigger;

/**
 * What a receiver needs of a trigger.
 *
 * @param kind SEND or CANCEL; what a later release adds is to be skipped
 * @param eventTime epoch milliseconds
 * @param validUntil epoch milliseconds; the id does not come again from then on
 * @param cancels the id taken back; null for SEND
 */
record Message(
    String id,
    String kind,
    String customerId,
    String channel,
    String template,
    String reason,
    long eventTime,
    long validUntil,
    String cancels) {

  static Message of(Trigger trigger) {
    return new Message(
        trigger.getId(),
        trigger.getKind().name(),
        trigger.getCustomerId(),
        trigger.getChannel(),
        trigger.getTemplate(),
        trigger.getReason(),
        trigger.getEventTime(),
        trigger.getValidUntil(),
        trigger.getCancels());
  }

  static Message of(JsonNode trigger) {
    return new Message(
        trigger.get("id").asText(),
        trigger.get("kind").asText(),
        trigger.get("customerId").asText(),
        trigger.get("channel").asText(),
        trigger.get("template").asText(),
        trigger.get("reason").asText(),
        trigger.get("eventTime").asLong(),
        trigger.get("validUntil").asLong(),
        trigger.get("cancels").textValue());
  }
}
