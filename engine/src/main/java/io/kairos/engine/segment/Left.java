package io.kairos.engine.segment;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * That a customer was in a segment, or at a stage, and is no longer.
 *
 * @param untilMillis epoch milliseconds, whole seconds
 */
public record Left(Membership was, long untilMillis) {

  void pack(Packer out, long baseMillis) {
    was.pack(out, baseMillis);
    out.number((baseMillis - untilMillis) / 1000);
  }

  static Left unpack(Unpacker in, long baseMillis) {
    return new Left(Membership.unpack(in, baseMillis), baseMillis - in.number() * 1000);
  }
}
