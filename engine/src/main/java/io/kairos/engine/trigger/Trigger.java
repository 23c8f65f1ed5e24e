package io.kairos.engine.trigger;

import io.kairos.engine.event.Consent.Purpose;
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
   * @param subject what the message is about
   */
  public record Message(String channel, Manner manner, Content content, Subject subject) {
    /** The cart that it is about; null for none. */
    public Cart cart() {
      return subject.cart();
    }

    public int priority() {
      return manner.priority();
    }
  }

  /**
   * How it is to go out.
   *
   * @param priority 0 to 100, higher first
   * @param variant of an experiment; null for none
   * @param rehearsal whether it goes to testers only
   */
  public record Manner(Purpose purpose, int priority, String variant, boolean rehearsal) {}

  /**
   * What a message is about.
   *
   * @param cart null for none
   * @param orderId null for none, and for one too long to be kept
   */
  public record Subject(Cart cart, String orderId) {
    static final Subject NONE = new Subject(null, null);
  }

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
      ERASED,
      /** Its rule was withdrawn. */
      WITHDRAWN;

      String words() {
        return switch (this) {
          case STOPPED -> "an event that stops the rule came right after the release";
          case LATE_EVENT -> "an event from before the release arrived after it";
          case ERASED -> "the customer was erased";
          case WITHDRAWN -> "the rule was withdrawn";
        };
      }
    }
  }

  public TriggerKind kind() {
    return cancellation == null ? TriggerKind.SEND : TriggerKind.CANCEL;
  }
}
