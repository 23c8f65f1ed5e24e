package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * What is remembered of one order, to count it once and to take money back where it was counted.
 *
 * @param idHash tells orders apart
 * @param month the month it was placed in, as {@link Shop#monthOf}
 * @param state how far its money has come
 * @param keptMinor paid for it and not given back, minor units
 */
record KnownOrder(long idHash, int month, State state, long keptMinor) {

  /**
   * How far the money of an order has come. The order of the constants is in state: only append.
   */
  enum State {
    UNPAID,
    PAID,
    RETURNED
  }

  static KnownOrder placed(long idHash, int month) {
    return new KnownOrder(idHash, month, State.UNPAID, 0);
  }

  KnownOrder paid(long totalMinor) {
    return new KnownOrder(idHash, month, State.PAID, totalMinor);
  }

  KnownOrder returned(long minor) {
    State after = returnedWhollyBy(minor) ? State.RETURNED : state;
    return new KnownOrder(idHash, month, after, keptMinor - minor);
  }

  /** Whether giving so much back leaves nothing of a payment. */
  boolean returnedWhollyBy(long minor) {
    return state == State.PAID && keptMinor <= minor;
  }

  void pack(Packer out) {
    out.hash(idHash).number(month).byteValue(state.ordinal()).number(keptMinor);
  }

  static KnownOrder unpack(Unpacker in) {
    return new KnownOrder(in.hash(), in.intNumber(), State.values()[in.byteValue()], in.number());
  }
}
