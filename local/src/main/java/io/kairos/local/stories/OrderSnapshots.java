package io.kairos.local.stories;

import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The orders of a story. On the wire each status carries the whole order; in a story a later line
 * of an order says only what has changed.
 */
final class OrderSnapshots {
  private final Map<String, OrderEvent> orders = new HashMap<>();

  /** The order as the lines above left it, without what each of them says for itself alone. */
  OrderEvent next(Optional<Written> fields) {
    OrderEvent known =
        fields.flatMap(f -> f.get("orderId")).map(id -> orders.get(id.text())).orElse(null);
    if (known == null) {
      return (OrderEvent) RecordReader.blank(OrderEvent.getClassSchema());
    }
    OrderEvent next = RecordReader.copy(known);
    next.setDeviceTime(null);
    next.setSentAt(null);
    next.setRefundId(null);
    next.setRefundAmount(null);
    next.setRefundLines(List.of());
    next.setCancelReason(null);
    return next;
  }

  /** Remembers an order. Its total is the sum over its lines where they alone are given. */
  void keep(OrderEvent order, Optional<Written> fields) {
    boolean linesAlone =
        fields.filter(f -> f.get("lines").isPresent() && f.get("total").isEmpty()).isPresent();
    if (linesAlone) {
      order.setTotal(order.getLines().stream().mapToLong(OrderSnapshots::paid).sum());
    }
    if (order.getOrderId() != null) {
      orders.put(order.getOrderId(), order);
    }
  }

  private static long paid(OrderLine line) {
    return line.getQuantity() * line.getUnitPrice() - line.getDiscount();
  }
}
