package io.kairos.engine.profile;

import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Fingerprint;

/** Enters one status of an order into orders and spending. */
record OrderBook(Shop shop) {

  /**
   * What an entry comes to.
   *
   * @param isNew whether this was the first that was heard of the order
   * @param isPaid whether with it money came in
   */
  record Entry(Orders orders, Spending spending, boolean isNew, boolean isPaid) {
    private Entry paid(Orders after, Spending spent) {
      return new Entry(after, spent, isNew, true);
    }
  }

  Entry enter(CustomerProfile old, OrderStatus event) {
    int day = shop.dayOf(Math.min(event.placedAtMillis(), event.positionMillis()));
    KnownOrder order =
        old.orders()
            .find(event)
            .orElseGet(() -> KnownOrder.of(Fingerprint.of48(event.orderId()), day));
    boolean isNew = isAboutTheOrder(event) && !order.heard().counted();
    KnownOrder heard = order.hearing(event);
    Orders orders = old.orders().hearing(event, heard);
    orders = isNew ? orders.placed(heard, event.timeMillis()) : orders;
    Entry entry = new Entry(orders, old.spending(), isNew, false);
    int today = shop.dayOf(event.positionMillis());
    return switch (event.name()) {
      case ORDER_PAID -> paid(entry, heard, event, today);
      case ORDER_CANCELLED -> cancelled(entry, heard, today);
      case ORDER_REFUNDED -> refunded(entry, heard, event, today);
      default -> entry;
    };
  }

  /** Whether an order that was not heard of counts from this status on. */
  private static boolean isAboutTheOrder(OrderStatus event) {
    return switch (event.name()) {
      case ORDER_PLACED, ORDER_PAID -> true;
      default -> false;
    };
  }

  private static Entry paid(Entry entry, KnownOrder order, OrderStatus event, int today) {
    if (order.state() != KnownOrder.State.UNPAID) {
      return entry;
    }
    long total = event.money().totalMinor();
    KnownOrder paid = order.paid(total);
    int counted = paid.state() == KnownOrder.State.PAID ? 1 : 0;
    long kept = Math.max(0, paid.keptMinor());
    var payment = new Spending.Payment(order.day(), total, kept, counted, event.reduced());
    Spending spent = entry.spending().with(payment, today);
    for (OrderLine line : event.lines()) {
      spent = spent.bought(line.item().category(), order.day());
    }
    return entry.paid(entry.orders().paid(paid, total), spent);
  }

  private static Entry refunded(Entry entry, KnownOrder order, OrderStatus event, int today) {
    long minor = order.refundable(event.money().refund().minor());
    return returned(entry, order, order.refunded(minor), minor, today);
  }

  /** A cancellation gives back what was paid and still kept. */
  private static Entry cancelled(Entry entry, KnownOrder order, int today) {
    long kept = Math.max(0, order.keptMinor());
    return returned(entry, order, order.cancelled(), kept, today);
  }

  private static Entry returned(
      Entry entry, KnownOrder before, KnownOrder after, long minor, int today) {
    boolean wholly = before.returnedWhollyBy(minor);
    long entered = before.state() == KnownOrder.State.UNPAID ? 0 : minor;
    var back = new Spending.Return(before.day(), minor, entered, wholly);
    return new Entry(
        entry.orders().returned(after, wholly),
        entry.spending().returned(back, today),
        entry.isNew(),
        false);
  }
}
