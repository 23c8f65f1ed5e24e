package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The customer's orders.
 *
 * @param count orders placed, cancelled ones included
 * @param paidCount orders paid
 * @param returns cancellations and refunds
 * @param firstMillis event time of the first order, epoch milliseconds; 0 for none
 * @param lastMillis event time of the last order, epoch milliseconds; 0 for none
 * @param recent the last ones, at most {@value #RECENT}, latest first
 */
public record Orders(
    long count,
    long paidCount,
    long returns,
    long firstMillis,
    long lastMillis,
    List<KnownOrder> recent) {
  /** How many orders are remembered one by one. */
  static final int RECENT = 16;

  static final Orders NONE = new Orders(0, 0, 0, 0, 0, List.of());

  Optional<KnownOrder> find(long idHash) {
    return recent.stream().filter(order -> order.idHash() == idHash).findFirst();
  }

  /** With one order more. */
  Orders placed(KnownOrder order, long timeMillis) {
    long first = firstMillis == 0 ? timeMillis : Math.min(firstMillis, timeMillis);
    return new Orders(
        count + 1, paidCount, returns, first, Math.max(lastMillis, timeMillis), remembered(order));
  }

  Orders paid(KnownOrder order) {
    return new Orders(count, paidCount + 1, returns, firstMillis, lastMillis, remembered(order));
  }

  Orders returned(Optional<KnownOrder> order) {
    List<KnownOrder> known = order.map(this::remembered).orElse(recent);
    return new Orders(count, paidCount, returns + 1, firstMillis, lastMillis, known);
  }

  private List<KnownOrder> remembered(KnownOrder order) {
    List<KnownOrder> next = new ArrayList<>(RECENT);
    next.add(order);
    for (KnownOrder other : recent) {
      if (other.idHash() != order.idHash() && next.size() < RECENT) {
        next.add(other);
      }
    }
    return List.copyOf(next);
  }

  void pack(Packer out) {
    out.number(count).number(paidCount).number(returns);
    out.number(firstMillis).number(lastMillis - firstMillis).list(recent, KnownOrder::pack);
  }

  static Orders unpack(Unpacker in) {
    long count = in.number();
    long paid = in.number();
    long returns = in.number();
    long first = in.number();
    return new Orders(
        count, paid, returns, first, first + in.number(), in.list(KnownOrder::unpack));
  }
}
