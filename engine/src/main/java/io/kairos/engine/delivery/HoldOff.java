package io.kairos.engine.delivery;

import io.kairos.engine.pack.Hash;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.rule.Run;

/**
 * Until when a rule says nothing more about a key.
 *
 * @param rule hash of the rule's id
 * @param key hash of the key
 * @param untilMillis epoch milliseconds; {@link Long#MAX_VALUE} for ever
 */
record HoldOff(int rule, int key, long untilMillis) {

  static HoldOff of(Run run, long untilMillis) {
    return new HoldOff((int) Hash.of64(run.rule()), (int) Hash.of64(run.key()), untilMillis);
  }

  boolean concerns(Run run) {
    return equals(of(run, untilMillis));
  }

  void pack(Packer out) {
    out.hash(((long) rule << 32) | (key & 0xFFFFFFFFL)).number(untilMillis);
  }

  static HoldOff unpack(Unpacker in) {
    long subject = in.hash();
    return new HoldOff((int) (subject >> 32), (int) subject, in.number());
  }
}
