package io.kairos.engine.trigger;

import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.profile.Cart;
import io.kairos.engine.segment.Tier;
import java.util.List;
import java.util.Map;

/**
 * A message to a customer is due, or no longer.
 *
 * @param reference which rule speaks of what
 * @param message what is to go out
 * @param times when, in event time
 * @param customer what the sender needs to know of the customer
 * @param why the reason
 * @param cancellation for {@link TriggerKind#CANCEL}; null for {@link TriggerKind#SEND}
 */
public record Trigger(
    Reference reference,
    Message message,
    Times times,
    Customer customer,
    Why why,
    Cancellation cancellation) {

  /**
   * Which rule speaks of what.
   *
   * @param id 32 hex digits: a hash of customer, rule, step and occasion
   * @param step empty for a rule of one step
   */
  public record Reference(
      String id, String customerId, String rule, int ruleVersion, String step, String occasion) {}

  /**
   * What is to go out.
   *
   * @param priority 0 to 100, higher first
   * @param cart the cart that the message is about; null for none
   */
  public record Message(String channel, int priority, Content content, Cart cart) {}

  /**
   * What the sender is to say.
   *
   * @param template key of the message that the sender knows
   * @param offer key of an offer that the sender knows; null for none
   * @param data values for the message
   */
  public record Content(String template, String offer, Map<String, String> data) {

    /** A message without offer and values. */
    public static Content of(String template) {
      return new Content(template, null, Map.of());
    }
  }

  /**
   * All epoch milliseconds.
   *
   * @param anchorMillis what the wait was counted from
   * @param releasedMillis the release instant
   * @param validUntilMillis not to be sent at or after
   */
  public record Times(long anchorMillis, long releasedMillis, long validUntilMillis) {}

  /** What the sender needs to know of the customer. */
  public record Customer(Tier tier, CustomerChange.Details details, String currency) {}

  /**
   * The reason.
   *
   * @param reason a sentence in English
   */
  public record Why(String reason, List<Evidence> evidence) {}

  /**
   * What a CANCEL takes back.
   *
   * @param cancels id of the message taken back
   */
  public record Cancellation(String cancels, Reason reason) {

    /** Why a message is taken back. */
    public enum Reason {
      /** An event of the rule's {@code unless} came soon after the release. */
      STOPPED,
      /** An event from before the release came after it. */
      LATE_EVENT,
      /** The customer was erased. */
      ERASED
    }
  }

  public TriggerKind kind() {
    return cancellation == null ? TriggerKind.SEND : TriggerKind.CANCEL;
  }
}
