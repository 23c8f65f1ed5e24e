package io.kairos.engine.profile;

import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Hash;
import java.util.Optional;

/** Enters one status of an order into orders and spending. */
record OrderBook(Shop shop) {

  /**
   * @param isNew whether this was the first that was heard of the order
   */
  record Entry(Orders orders, Spending spending, boolean isNew) {}

  Entry enter(CustomerProfile old, OrderStatus event) {
    int now = shop.monthOf(event.positionMillis());
    Spending spending = old.spending().rolledTo(now);
    return switch (event.name()) {
      case ORDER_PLACED -> placed(old.orders(), spending, event);
      case ORDER_PAID -> paid(old.orders(), spending, event);
      case ORDER_CANCELLED, ORDER_REFUNDED -> returned(old.orders(), spending, event);
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
    return new Entry(
        entry.orders().paid(order.paid(total)), spending.paid(order.month(), total), entry.isNew());
  }

  private Entry returned(Orders orders, Spending spending, OrderStatus event) {
    Optional<KnownOrder> known = orders.find(Hash.of64(event.orderId()));
    long minor = amount(known, event);
    boolean wholly = known.map(o -> o.returnedWhollyBy(minor)).orElse(false);
    int month = known.map(KnownOrder::month).orElseGet(() -> month(event));
    return new Entry(
        orders.returned(known.map(o -> o.returned(minor))),
        spending.returned(month, minor, wholly),
        false);
  }

  /** A refund says what it gives back; a cancellation gives back what was paid and still kept. */
  private static long amount(Optional<KnownOrder> known, OrderStatus event) {
    if (event.name() == EventName.ORDER_REFUNDED) {
      return event.money().refundMinor();
    }
    return known.map(KnownOrder::keptMinor).map(kept -> Math.max(0, kept)).orElse(0L);
  }

  private int month(OrderStatus event) {
    return shop.monthOf(event.placedAtMillis());
  }
}
