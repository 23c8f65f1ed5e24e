package io.kairos.engine.profile;

import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Hash;
import java.util.Optional;

/** Enters one status of an order into orders and spending. */
record OrderBook(Shop shop) {

  /**
   * What an entry comes to.
   *
   * @param isNew whether this was the first that was heard of the order
   */
  record Entry(Orders orders, Spending spending, boolean isNew) {}

  Entry enter(CustomerProfile old, OrderStatus event) {
    int now = shop.monthOf(event.positionMillis());
    Spending spending = old.spending().rolledTo(now);
    return switch (event.name()) {
      case ORDER_PLACED -> placed(old.orders(), spending, event);
      case ORDER_PAID -> paid(old.orders(), spending, event);
      case ORDER_CANCELLED -> cancelled(old.orders(), spending, event);
      case ORDER_REFUNDED -> refunded(old.orders(), spending, event);
      default -> new Entry(old.orders(), spending, false);
    };
  }

  private Entry placed(Orders orders, Spending spending, OrderStatus event) {
    long id = Hash.of64(event.orderId());
    if (orders.find(id).isPresent()) {
      return new Entry(orders, spending, false);
    }
    KnownOrder order = KnownOrder.placed(id, month(event));
    return new Entry(orders.placed(order, event.timeMillis()), spending, true);
  }

  private Entry paid(Orders orders, Spending spending, OrderStatus event) {
    Entry entry = placed(orders, spending, event);
    KnownOrder order = entry.orders().find(Hash.of64(event.orderId())).orElseThrow();
    if (order.state() != KnownOrder.State.UNPAID) {
      return entry;
    }
    long total = event.money().totalMinor();
    KnownOrder paid = order.paid(total);
    int counted = paid.state() == KnownOrder.State.PAID ? 1 : 0;
    return new Entry(
        entry.orders().paid(paid), spending.paid(order.month(), total, counted), entry.isNew());
  }

  private Entry refunded(Orders orders, Spending spending, OrderStatus event) {
    Optional<KnownOrder> known = orders.find(Hash.of64(event.orderId()));
    if (known.isEmpty()) {
      Spending less = spending.returned(month(event), event.money().refundMinor(), false);
      return new Entry(orders.returned(known), less, false);
    }
    KnownOrder order = known.get();
    long minor = order.refundable(event.money().refundMinor());
    Orders after = orders.returned(Optional.of(order.refunded(minor)));
    boolean wholly = order.returnedWhollyBy(minor);
    return new Entry(after, spending.returned(order.month(), minor, wholly), false);
  }

  /** A cancellation gives back what was paid and still kept. */
  private static Entry cancelled(Orders orders, Spending spending, OrderStatus event) {
    Optional<KnownOrder> known = orders.find(Hash.of64(event.orderId()));
    if (known.isEmpty()) {
      return new Entry(orders.returned(known), spending, false);
    }
    KnownOrder order = known.get();
    long kept = Math.max(0, order.keptMinor());
    Orders after = orders.returned(Optional.of(order.cancelled()));
    boolean wholly = order.returnedWhollyBy(kept);
    return new Entry(after, spending.returned(order.month(), kept, wholly), false);
  }

  /** The month that it was placed in; one that lies ahead is taken for the current one. */
  private int month(OrderStatus event) {
    return shop.monthOf(Math.min(event.placedAtMillis(), event.positionMillis()));
  }
}
