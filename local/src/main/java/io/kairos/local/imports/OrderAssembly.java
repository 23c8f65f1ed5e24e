package io.kairos.local.imports;

import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Makes one event of the rows of one order, wherever they stand in the file. The first row gives
 * time, customer and ids. Amounts are added exactly and the sum is rounded once, half up.
 */
final class OrderAssembly implements AutoCloseable {
  private final ExternalSort<OrderPart> parts;
  private final ImportSink sink;

  /**
   * @param chunkItems rows held in memory, at least 1
   */
  OrderAssembly(ImportSink sink, int chunkItems) {
    this.sink = sink;
    this.parts = new ExternalSort<>(OrderPart.ORDER, OrderPart.codec(), chunkItems);
  }

  void add(OrderPart part) throws IOException {
    parts.add(part);
  }

  /** Pushes every order; to be called once, after the last row. */
  void finish() throws IOException {
    Iterator<OrderPart> sorted = parts.sorted();
    List<OrderPart> order = new ArrayList<>();
    while (sorted.hasNext()) {
      OrderPart part = sorted.next();
      if (!order.isEmpty() && !order.get(0).key().equals(part.key())) {
        push(order);
        order.clear();
      }
      order.add(part);
    }
    if (!order.isEmpty()) {
      push(order);
    }
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }

  private void push(List<OrderPart> order) throws IOException {
    OrderEvent event = order.get(0).event();
    if (event.getCustomerId() == null) {
      sink.leaveOutEvent(LeftOut.ANONYMOUS, EventType.of(Topics.ORDERS, event));
    } else if (isMerged(order, event)) {
      sink.order(order.get(0).row(), event);
    } else {
      sink.leaveOutEvent(LeftOut.BAD_NUMBER, EventType.of(Topics.ORDERS, event));
    }
  }

  /** Whether the event now says what all rows say: their sum may be more than it can. */
  private static boolean isMerged(List<OrderPart> order, OrderEvent event) {
    List<OrderLine> lines = new ArrayList<>();
    List<OrderLine> refundLines = new ArrayList<>();
    BigDecimal amount = BigDecimal.ZERO;
    for (OrderPart part : order) {
      lines.addAll(part.event().getLines());
      refundLines.addAll(part.event().getRefundLines());
      amount = amount.add(part.amount());
    }
    event.setLines(lines);
    event.setRefundLines(refundLines);
    try {
      setAmount(event, MinorUnits.of(event.getCurrency()).round(amount));
      return true;
    } catch (ArithmeticException tooMuch) {
      return false;
    }
  }

  private static void setAmount(OrderEvent event, long minor) {
    if (event.getType() == OrderType.REFUNDED) {
      event.setRefundAmount(minor);
    } else {
      event.setTotal(minor);
    }
  }
}
