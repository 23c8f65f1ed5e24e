package io.kairos.local.traffic;

import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.util.List;
import java.util.Map;

/** An order on the wire: the whole snapshot at one status, yet without event id, customer, time. */
final class OrderStatus {
  private static final long PAYMENT_WINDOW_MILLIS = 30 * 60_000L;
  private static final List<String> WELCOME_BACK = List.of("WELCOME-BACK");

  private OrderStatus() {}

  static OrderEvent of(Order order, OrderType type) {
    OrderEvent event = new OrderEvent();
    event.setSource(Pen.SOURCE);
    event.setAttributes(Map.of());
    event.setType(type);
    event.setOrderId(order.id());
    event.setPlacedAt(order.placedMillis());
    event.setPayBy(order.placedMillis() + PAYMENT_WINDOW_MILLIS);
    event.setLines(order.lines());
    event.setTotal(order.totalCents());
    event.setDiscount(order.discountCents());
    event.setShipping(order.shippingCents());
    event.setCurrency(Shop.CURRENCY);
    event.setCouponCodes(order.discountCents() > 0 ? WELCOME_BACK : List.of());
    event.setRefundLines(List.of());
    if (type == OrderType.CANCELLED) {
      event.setCancelReason("changed-mind");
    } else if (type == OrderType.REFUNDED) {
      event.setRefundId("r-" + order.id());
      event.setRefundAmount(order.totalCents());
    }
    return event;
  }
}
