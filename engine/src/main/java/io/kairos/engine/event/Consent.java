package io.kairos.engine.event;

/**
 * A customer's word on one channel.
 *
 * @param channel such as push or sms
 * @param purpose what for
 * @param granted allowed or denied
 * @param source where the customer said so; null where not known
 */
public record Consent(String channel, Purpose purpose, boolean granted, String source) {

  /** What messages are for. The order of the constants is in state: only append. */
  public enum Purpose {
    MARKETING,
    /** About the customer's own order or registration. */
    SERVICE
  }
}
