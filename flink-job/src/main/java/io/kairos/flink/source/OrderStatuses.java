package io.kairos.flink.source;

import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.OrderStatus.Money;
import io.kairos.engine.event.OrderStatus.Refund;
import io.kairos.engine.event.OrderStatus.Saving;
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
            arrival.of(order.getTime(), order.getSequence()),
            order.getAttributes()),
        name,
        order.getOrderId(),
        OrderStatus.Dates.given(
            order.getPlacedAt() == null ? order.getTime() : order.getPlacedAt(),
            order.getPayBy() == null ? 0 : order.getPayBy(),
            order.getTime()),
        order.getLines().stream().map(OrderStatuses::line).toList(),
        money(order));
  }

  private static io.kairos.engine.event.OrderLine line(OrderLine line) {
    return new io.kairos.engine.event.OrderLine(
        new Item(line.getItem(), Given.text(line.getCategory()), Given.text(line.getBrand())),
        line.getQuantity(),
        Clicks.price(line.getUnitPrice(), line.getListPrice(), null),
        line.getDiscount());
  }

  private static Money money(OrderEvent order) {
    boolean refund = order.getType() == OrderType.REFUNDED;
    Long refunded = order.getRefundAmount();
    long back = refunded == null ? order.getTotal() : refunded;
    return new Money(
        order.getTotal(),
        new Saving(order.getDiscount(), !order.getCouponCodes().isEmpty()),
        refund ? new Refund(back, Given.text(order.getRefundId())) : Refund.NONE,
        amounts(order, refunded == null ? 0 : refunded),
        order.getCurrency());
  }

  private static AmountRange amounts(OrderEvent order, long refunded) {
    AmountRange own =
        AmountRange.NONE.with(order.getTotal(), order.getDiscount(), order.getShipping(), refunded);
    return amounts(order.getRefundLines(), amounts(order.getLines(), own));
  }

  private static AmountRange amounts(List<OrderLine> lines, AmountRange range) {
    AmountRange wider = range;
    for (OrderLine line : lines) {
      long list = line.getListPrice() == null ? 0 : line.getListPrice();
      wider = wider.with(line.getUnitPrice(), line.getDiscount(), list);
    }
    return wider;
  }
}
