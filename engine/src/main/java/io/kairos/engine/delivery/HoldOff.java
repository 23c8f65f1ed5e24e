package io.kairos.engine.delivery;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * Until when a rule says nothing more about a key.
 *
 * @param subject hash of rule id and key
 * @param untilMillis epoch milliseconds; {@link Long#MAX_VALUE} for ever
 */
record HoldOff(long subject, long untilMillis) {

  void pack(Packer out) {
    out.hash(subject).number(untilMillis);
  }

  static HoldOff unpack(Unpacker in) {
    return new HoldOff(in.hash(), in.number());
  }
}
