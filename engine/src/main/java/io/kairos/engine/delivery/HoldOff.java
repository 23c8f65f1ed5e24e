package io.kairos.engine.delivery;

import io.kairos.engine.pack.Fingerprint;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.rule.Run;

/**
 * Until when a rule says nothing more about a key.
 *
 * @param rule hash of the rule's id
 * @param key hash of the key
 * @param run hash of the occasion whose message began it: the further steps of that run may speak
 * @param untilMillis epoch milliseconds; {@link Long#MAX_VALUE} for ever
 */
public record HoldOff(int rule, int key, int run, long untilMillis) {

  static HoldOff of(Run run, long untilMillis) {
    return new HoldOff(
        short24(run.rule()), Fingerprint.of32(run.key()), short24(run.occasion()), untilMillis);
  }

  /** Whether it is about the same rule and key. */
  boolean concerns(HoldOff other) {
    return rule == other.rule && key == other.key;
  }

  /** Whether it is about the same rule and key, but began with another run. */
  boolean holdsOff(HoldOff other) {
    return concerns(other) && run != other.run;
  }

  /** Enough to tell the few that are kept apart. */
  private static int short24(String text) {
    return Fingerprint.of32(text) >>> 8;
  }

  void pack(Packer out) {
    out.hash(rule, 3).hash(key, 4).hash(run, 3).instant(untilMillis, 0, Long.MAX_VALUE);
  }

  static HoldOff unpack(Unpacker in) {
    int rule = (int) in.hash(3);
    int key = (int) in.hash(4);
    int run = (int) in.hash(3);
    return new HoldOff(rule, key, run, in.instant(0, Long.MAX_VALUE));
  }
}
