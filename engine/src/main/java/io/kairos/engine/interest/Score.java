package io.kairos.engine.interest;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * How much something counts.
 *
 * @param log logarithm of its weight as {@link Decay} keeps it
 */
public record Score(String name, long log) {

  /** Its weight, counted from the common instant of all. */
  public double weight() {
    return Decay.weight(log);
  }

  void pack(Packer out) {
    out.word(name).number(log);
  }

  static Score unpack(Unpacker in) {
    return new Score(in.word(), in.number());
  }
}
