package io.kairos.engine.cleaning;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.util.Optional;

/**
 * Which events of a customer were applied, so that a duplicate changes nothing at any distance.
 *
 * <p>On-time duplicates stand side by side in the order and are found among the last ids. A late
 * event from a time of which ids were already forgotten may be one of them and is refused. Orders
 * are told apart by order and status, refunds by refund id; they keep a memory of their own, which
 * reaches further back since orders are few.
 */
public record Repeats(IdRing events, IdRing orders) {
  public static final Repeats NONE = new Repeats(IdRing.EMPTY, IdRing.EMPTY);

  /** Why the event must not be applied, or nothing. */
  public Optional<RejectionReason> check(Event event) {
    IdRing ring = event instanceof OrderStatus ? orders : events;
    if (ring.contains(identity(event))) {
      return Optional.of(RejectionReason.DUPLICATE);
    }
    if (event.late() && ring.mayHaveForgotten(event.timeMillis())) {
      return Optional.of(RejectionReason.BEYOND_DEDUP_HORIZON);
    }
    return Optional.empty();
  }

  /** The memory after the event was applied. */
  public Repeats plus(Event event) {
    long id = identity(event);
    return event instanceof OrderStatus
        ? new Repeats(events, orders.plus(id, event.timeMillis()))
        : new Repeats(events.plus(id, event.timeMillis()), orders);
  }

  public void pack(Packer out) {
    events.pack(out);
    orders.pack(out);
  }

  public static Repeats unpack(Unpacker in) {
    return new Repeats(IdRing.unpack(in), IdRing.unpack(in));
  }

  private static long identity(Event event) {
    if (event instanceof OrderStatus order) {
      boolean refund = order.name() == EventName.ORDER_REFUNDED && order.money().refundId() != null;
      return refund
          ? Hash.of48("refund", order.orderId(), order.money().refundId())
          : Hash.of48(order.name().label(), order.orderId());
    }
    return Hash.of48(event.header().origin().name(), event.eventId());
  }
}
