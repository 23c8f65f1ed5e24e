package io.kairos.engine.rule;

import io.kairos.engine.event.Consent.Purpose;
import java.util.Set;

/**
 * What holds for every message.
 *
 * @param consents what customers must have said
 * @param quiet when nothing is to ring
 * @param caps how many messages are too many
 * @param audience to whom messages go at all
 * @param cancelForMillis how long after a release an event of the rule's {@code unless} still takes
 *     the message back
 */
public record Policy(
    Consents consents, QuietHours quiet, Caps caps, Audience audience, long cancelForMillis) {

  /**
   * What customers must have said.
   *
   * @param needed channels on which marketing needs a word of consent; on all others it goes out
   *     unless denied
   * @param assumed channels on which a customer who never said a word counts as having agreed
   */
  public record Consents(Set<String> needed, Set<String> assumed) {

    /** Whether a customer who never said a word may be spoken to. */
    public boolean allowsUnsaid(String channel, Purpose purpose) {
      return purpose == Purpose.SERVICE || !needed.contains(channel) || assumed.contains(channel);
    }
  }

  /**
   * To whom messages go at all.
   *
   * @param channels those that rules may name; empty for any
   * @param holdout share of all customers that marketing leaves alone, 0 to 1
   * @param liveFromMillis before it nothing goes out, epoch milliseconds; {@link Long#MIN_VALUE}
   *     for always
   * @param testers ids of the customers who receive rules in status test
   * @param personalData personal variables that messages may carry
   */
  public record Audience(
      Set<String> channels,
      double holdout,
      long liveFromMillis,
      Set<String> testers,
      Set<String> personalData) {}

  boolean isTester(String customerId) {
    return !audience.testers().isEmpty()
        && customerId != null
        && audience.testers().contains(customerId);
  }

  /** The same policy where silence on these channels counts as consent. */
  public Policy assuming(Set<String> channels) {
    Consents assuming = new Consents(consents.needed(), Set.copyOf(channels));
    return new Policy(assuming, quiet, caps, audience, cancelForMillis);
  }
}
