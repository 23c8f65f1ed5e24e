package io.kairos.engine.delivery;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.rule.Run;

/**
 * A message that went out and is still valid, so that it can be taken back.
 *
 * @param releasedMillis epoch milliseconds
 * @param validUntilMillis epoch milliseconds
 */
record Sent(Run run, String channel, long releasedMillis, long validUntilMillis) {

  void pack(Packer out) {
    run.pack(out);
    out.text(channel).number(releasedMillis).number(validUntilMillis);
  }

  static Sent unpack(Unpacker in) {
    return new Sent(Run.unpack(in), in.text(), in.number(), in.number());
  }
}
