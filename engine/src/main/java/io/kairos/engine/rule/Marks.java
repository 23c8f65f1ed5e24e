package io.kairos.engine.rule;

import io.kairos.engine.pack.Fingerprint;

/**
 * What stands in state while a rule's {@code becomes} holds: it begins nothing again before it has
 * failed. A shadow leaves marks of its own, so that the rule speaks once it is live.
 *
 * @param rule the rule's id
 * @param live for a rule without keys
 * @param shadow the same of a shadow
 */
record Marks(String rule, int live, int shadow) {

  static Marks of(String rule) {
    return new Marks(
        rule, Fingerprint.of32("becomes", rule), Fingerprint.of32("becomes in shadow", rule));
  }

  /** What a rule that speaks leaves for a key. */
  int live(String key) {
    return key.isEmpty() ? live : Fingerprint.of32("becomes", rule, key);
  }

  /** What a rule of that status leaves for a key. */
  int of(Status status, String key) {
    if (status != Status.SHADOW) {
      return live(key);
    }
    return key.isEmpty() ? shadow : Fingerprint.of32("becomes in shadow", rule, key);
  }
}
