package io.kairos.engine.profile;

import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * What is remembered of one order, to count it once and to take money back where it was counted.
 *
 * @param idHash 48 bits, tells orders apart
 * @param day the day it was placed on in the shop's zone, days since 1970-01-01
 * @param heard what was heard of it
 * @param state how far its money has come
 * @param keptMinor paid for it and not given back, minor units; below 0 if it was given back before
 *     the payment was heard of
 */
public record KnownOrder(long idHash, int day, Heard heard, State state, long keptMinor) {

  /**
   * How far the money of an order has come. The order of the constants is in state: only append.
   */
  public enum State {
    UNPAID,
    PAID,
    RETURNED;

    private static final State[] ALL = values();

    /**
     * The state at a place; returned where a later release has one there, so that neither a payment
     * nor a return of the whole order counts a second time.
     */
    static State at(int ordinal) {
      return ordinal < ALL.length ? ALL[ordinal] : RETURNED;
    }
  }

  static KnownOrder of(long idHash, int day) {
    return new KnownOrder(idHash, day, Heard.NOTHING, State.UNPAID, 0);
  }

  KnownOrder hearing(OrderStatus event) {
    return new KnownOrder(idHash, day, heard.plus(event), state, keptMinor);
  }

  /** Paid: what was given back before the payment was heard of stays given back. */
  KnownOrder paid(long totalMinor) {
    long kept = keptMinor + totalMinor;
    boolean nothingLeft = keptMinor < 0 && kept <= 0;
    return new KnownOrder(idHash, day, heard, nothingLeft ? State.RETURNED : State.PAID, kept);
  }

  KnownOrder refunded(long minor) {
    State after = returnedWhollyBy(minor) ? State.RETURNED : state;
    return new KnownOrder(idHash, day, heard, after, keptMinor - minor);
  }

  KnownOrder cancelled() {
    return new KnownOrder(idHash, day, heard, State.RETURNED, Math.min(0, keptMinor));
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

  void pack(Packer out, int since) {
    out.hash(idHash, 6).number(since - day).byteValue(state.ordinal()).number(keptMinor);
    heard.pack(out, day);
  }

  static KnownOrder unpack(Unpacker in, int since) {
    long id = in.hash(6);
    int day = since - in.intNumber();
    State state = State.at(in.byteValue());
    long kept = in.number();
    return new KnownOrder(id, day, Heard.unpack(in, day), state, kept);
  }
}
