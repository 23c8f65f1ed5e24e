package io.kairos.torture.oracle;

import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.util.EnumSet;
import java.util.Set;

/** What was heard of an order, and the money of it. */
final class Account {
  private final Set<OrderType> heard = EnumSet.noneOf(OrderType.class);
  private long lastHeardMillis = Long.MIN_VALUE;
  private boolean paid;
  private boolean over;
  private long keptMinor;

  /** Whether a status was heard; each refund with an id is one of its own, and not asked here. */
  boolean has(OrderType status) {
    return heard.contains(status);
  }

  /** Whether it was heard that there is such an order: its placement or its payment. */
  boolean isPlaced() {
    return has(OrderType.PLACED) || has(OrderType.PAID);
  }

  void hear(OrderEvent order) {
    if (order.getType() != OrderType.REFUNDED || order.getRefundId() == null) {
      heard.add(order.getType());
    }
    lastHeardMillis = Math.max(lastHeardMillis, order.getTime());
    switch (order.getType()) {
      case PAID -> pay(order.getTotal());
      case CANCELLED -> cancel();
      case REFUNDED -> refund(order.getRefundAmount(), order.getTotal());
      default -> {}
    }
  }

  /** What was given back before the payment was heard of stays given back. */
  private void pay(long totalMinor) {
    if (over) {
      return;
    }
    boolean nothingLeft = keptMinor < 0 && keptMinor + totalMinor <= 0;
    keptMinor += totalMinor;
    paid = true;
    over = nothingLeft;
  }

  private void cancel() {
    keptMinor = Math.min(0, keptMinor);
    over = true;
  }

  /** No more comes back than was paid and is kept. */
  private void refund(Long givenMinor, long totalMinor) {
    long minor = givenMinor == null ? totalMinor : givenMinor;
    long back = paid || over ? Math.min(minor, Math.max(0, keptMinor)) : minor;
    over |= paid && keptMinor <= back;
    keptMinor -= back;
  }

  boolean isPaid() {
    return paid;
  }

  /** Paid and not wholly given back. */
  boolean isKept() {
    return paid && !over;
  }

  /** Paid less given back; 0 for what was not paid. */
  long netMinor() {
    return paid ? Math.max(0, keptMinor) : 0;
  }

  /** The latest time of its events, epoch milliseconds. */
  long lastHeardMillis() {
    return lastHeardMillis;
  }
}
