package io.kairos.engine.profile;

import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Fingerprint;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * The last refunds by their ids, so that none counts twice. A refund without an id is told apart by
 * its order, as any other status.
 *
 * @param last hashes of order and refund id, at most {@value #MOST}, oldest first
 */
record Refunds(List<Integer> last) {
  static final int MOST = 8;
  static final Refunds NONE = new Refunds(List.of());

  static boolean hasId(OrderStatus event) {
    return event.name() == EventName.ORDER_REFUNDED && event.money().refund().id() != null;
  }

  boolean has(OrderStatus event) {
    return last.contains(hash(event));
  }

  /** Whether one may be forgotten. */
  boolean full() {
    return last.size() == MOST;
  }

  Refunds plus(OrderStatus event) {
    if (!hasId(event)) {
      return this;
    }
    List<Integer> next = new ArrayList<>(last);
    next.add(hash(event));
    return new Refunds(List.copyOf(next.subList(next.size() > MOST ? 1 : 0, next.size())));
  }

  private static int hash(OrderStatus event) {
    return Fingerprint.of32(event.orderId(), event.money().refund().id());
  }

  void pack(Packer out) {
    out.list(last, (refund, to) -> to.hash(refund, 4));
  }

  static Refunds unpack(Unpacker in) {
    return new Refunds(in.list(from -> (int) from.hash(4)));
  }
}
