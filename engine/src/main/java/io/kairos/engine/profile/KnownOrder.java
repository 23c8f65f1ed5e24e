package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * What is remembered of one order, to count it once and to take money back where it was counted.
 *
 * @param idHash 48 bits, tells orders apart
 * @param month the month it was placed in, as {@link Shop#monthOf}
 * @param state how far its money has come
 * @param keptMinor paid for it and not given back, minor units; below 0 if it was given back before
 *     the payment was heard of
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

  /** Paid: what was given back before the payment was heard of stays given back. */
  KnownOrder paid(long totalMinor) {
    long kept = keptMinor + totalMinor;
    boolean nothingLeft = keptMinor < 0 && kept <= 0;
    return new KnownOrder(idHash, month, nothingLeft ? State.RETURNED : State.PAID, kept);
  }

  KnownOrder refunded(long minor) {
    State after = returnedWhollyBy(minor) ? State.RETURNED : state;
    return new KnownOrder(idHash, month, after, keptMinor - minor);
  }

  KnownOrder cancelled() {
    return new KnownOrder(idHash, month, State.RETURNED, Math.min(0, keptMinor));
  }

  /**
   * What a refund of so much gives back: no more than was paid and kept. Of a payment not heard of
   * yet nobody knows how much that is.
   */
  long refundable(long minor) {
    return state == State.UNPAID ? minor : Math.min(minor, Math.max(0, keptMinor));
  }

  /** Whether giving so much back leaves nothing of a payment. */
  boolean returnedWhollyBy(long minor) {
    return state == State.PAID && keptMinor <= minor;
  }

  void pack(Packer out) {
    out.shortHash(idHash)
        .number(month - Shop.PACKED_MONTHS_FROM)
        .byteValue(state.ordinal())
        .number(keptMinor);
  }

  static KnownOrder unpack(Unpacker in) {
    return new KnownOrder(
        in.shortHash(),
        in.intNumber() + Shop.PACKED_MONTHS_FROM,
        State.values()[in.byteValue()],
        in.number());
  }
}
