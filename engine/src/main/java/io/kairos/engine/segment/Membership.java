package io.kairos.engine.segment;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * That a customer is in a segment or at a stage.
 *
 * @param sinceMillis epoch milliseconds, whole seconds
 */
public record Membership(String name, long sinceMillis) {

  static Membership since(String name, long millis) {
    return new Membership(name, Math.floorDiv(millis, 1000) * 1000);
  }

  void pack(Packer out, long baseMillis) {
    out.word(name).number((baseMillis - sinceMillis) / 1000);
  }

  static Membership unpack(Unpacker in, long baseMillis) {
    return new Membership(in.word(), baseMillis - in.number() * 1000);
  }
}
