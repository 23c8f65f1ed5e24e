package io.kairos.flink.source;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.OrderStatus.Money;
import io.kairos.engine.event.Origin;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.util.List;

/** The topic orders as events. */
final class OrderStatuses {
  private OrderStatuses() {}

  static Event event(OrderEvent order, WireReader.Arrival arrival) {
    EventName name = WireReader.name("ORDER_", order.getType());
    return new OrderStatus(
        new Header(
            order.getCustomerId(),
            order.getEventId(),
            Origin.ORDERS,
            arrival.of(order.getTime(), order.getSequence())),
        name,
        order.getOrderId(),
        order.getPlacedAt() == null ? order.getTime() : order.getPlacedAt(),
        order.getLines().stream().map(OrderLine::getItem).toList(),
        money(order));
  }

  private static Money money(OrderEvent order) {
    boolean refund = order.getType() == OrderType.REFUNDED;
    Long refunded = order.getRefundAmount();
    long back = refunded == null ? order.getTotal() : refunded;
    return new Money(
        order.getTotal(),
        refund ? back : 0,
        refund ? order.getRefundId() : null,
        smallest(order, refunded == null ? 0 : refunded),
        order.getCurrency());
  }

  private static long smallest(OrderEvent order, long refunded) {
    long least = Math.min(order.getTotal(), order.getDiscount());
    least = Math.min(least, Math.min(order.getShipping(), refunded));
    return Math.min(least, Math.min(smallest(order.getLines()), smallest(order.getRefundLines())));
  }

  private static long smallest(List<OrderLine> lines) {
    long least = 0;
    for (OrderLine line : lines) {
      least = Math.min(least, Math.min(line.getUnitPrice(), line.getDiscount()));
      least = Math.min(least, line.getListPrice() == null ? 0 : line.getListPrice());
    }
    return least;
  }
}
