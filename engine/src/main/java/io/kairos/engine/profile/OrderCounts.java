package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * How many orders, for ever.
 *
 * @param placed placed, cancelled ones included
 * @param paid paid
 * @param returns cancellations and refunds
 * @param returnedWholly paid and wholly given back
 */
public record OrderCounts(long placed, long paid, long returns, long returnedWholly) {
  static final OrderCounts NONE = new OrderCounts(0, 0, 0, 0);

  /** Orders paid and not wholly given back. */
  public long kept() {
    return paid - returnedWholly;
  }

  OrderCounts placedOne() {
    return new OrderCounts(placed + 1, paid, returns, returnedWholly);
  }

  /** After a payment, of which all may have been given back before it was heard of. */
  OrderCounts paidOne(KnownOrder.State after) {
    int gone = after == KnownOrder.State.RETURNED ? 1 : 0;
    return new OrderCounts(placed, paid + 1, returns, returnedWholly + gone);
  }

  OrderCounts returnedOne(boolean wholly) {
    return new OrderCounts(placed, paid, returns + 1, returnedWholly + (wholly ? 1 : 0));
  }

  void pack(Packer out) {
    out.unsigned(placed).unsigned(paid).unsigned(returns).unsigned(returnedWholly);
  }

  static OrderCounts unpack(Unpacker in) {
    return new OrderCounts(in.unsigned(), in.unsigned(), in.unsigned(), in.unsigned());
  }
}
