package io.kairos.local.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import io.kairos.wire.TriggerKind;

/**
 * What a job wrote of a message.
 *
 * @param id of the record: for a cancellation it is not that of its message
 * @param verdict of a trigger, that it went out
 * @param atMillis event time, epoch milliseconds
 */
public record Recorded(
    String id, String customerId, MessageName message, Verdict verdict, long atMillis) {
  private static final Verdict SENT = new Verdict(Verdict.SEND, "SENT", null, null);

  static Recorded of(Trigger trigger) {
    boolean cancel = trigger.getKind() == TriggerKind.CANCEL;
    RunName run = new RunName(trigger.getRule(), trigger.getOccasion());
    String sent = cancel ? trigger.getCancels() : trigger.getId();
    return new Recorded(
        trigger.getId(),
        trigger.getCustomerId(),
        new MessageName(run, trigger.getStep(), sent),
        SENT,
        trigger.getEventTime());
  }

  static Recorded of(Decision decision) {
    RunName run = new RunName(decision.getRule(), decision.getOccasion());
    return new Recorded(
        decision.getId(),
        decision.getCustomerId(),
        new MessageName(run, decision.getStep(), decision.getId()),
        new Verdict(
            decision.getGate(), decision.getReason(), decision.getValue(), decision.getLimit()),
        decision.getDecidedAt());
  }

  /** A trigger or a decision in the plain JSON of the wire; null if it is neither. */
  static Recorded of(JsonNode json) {
    if (!json.hasNonNull("id") || !json.hasNonNull("customerId") || !json.hasNonNull("occasion")) {
      return null;
    }
    RunName run = new RunName(text(json, "rule"), text(json, "occasion"));
    String message = json.hasNonNull("cancels") ? text(json, "cancels") : text(json, "id");
    Verdict verdict =
        json.has("gate")
            ? new Verdict(
                text(json, "gate"),
                text(json, "reason"),
                json.path("value").textValue(),
                json.path("limit").textValue())
            : SENT;
    return new Recorded(
        text(json, "id"),
        text(json, "customerId"),
        new MessageName(run, text(json, "step"), message),
        verdict,
        json.path(json.has("gate") ? "decidedAt" : "eventTime").asLong());
  }

  /** Whether it tells what became of its message, as a cancellation does not. */
  boolean isFate() {
    return id.equals(message.id());
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }
}
