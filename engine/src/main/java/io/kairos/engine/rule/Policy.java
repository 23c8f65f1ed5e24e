package io.kairos.engine.rule;

import java.util.Set;

/**
 * What holds for every message.
 *
 * @param consentNeeded channels on which marketing needs a word of consent; on all others it goes
 *     out unless denied
 * @param consentAssumed channels on which a customer who never said a word counts as having agreed
 * @param cancelForMillis how long after a release an event of the rule's {@code unless} still takes
 *     the message back
 */
public record Policy(Set<String> consentNeeded, Set<String> consentAssumed, long cancelForMillis) {

  /** The same policy where silence on these channels counts as consent. */
  public Policy assuming(Set<String> channels) {
    return new Policy(consentNeeded, Set.copyOf(channels), cancelForMillis);
  }
}
