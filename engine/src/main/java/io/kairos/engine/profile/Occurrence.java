package io.kairos.engine.profile;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;

/**
 * Something that rules can start on or be stopped by: an event under one of its names, or what was
 * derived from it.
 *
 * @param timeMillis when it happened, epoch milliseconds: the event's time, or for what the engine
 *     derived the instant at which it knew
 * @param cartKey the cart it is about; null where it is about none
 * @param orderId the order it is about; null where it is about none
 * @param subject the tier or segment it is about; null where it is about none
 * @param source id of the event behind it, or what tells apart what the engine derived
 * @param event the event behind it; null for what the engine derived
 */
public record Occurrence(
    EventName name,
    long timeMillis,
    String cartKey,
    String orderId,
    String subject,
    String source,
    Event event) {

  /** Whether it is something that the customer did. */
  public boolean isActivity() {
    return event != null && Activity.counts(event.name());
  }

  /** What the engine derived at an instant about a tier or segment. */
  public static Occurrence derived(EventName name, long timeMillis, String subject) {
    return new Occurrence(name, timeMillis, null, null, subject, subject + timeMillis, null);
  }
}
