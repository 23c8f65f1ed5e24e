package io.kairos.engine.cleaning;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.CartChange.CartItem;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import java.util.Optional;

/** Whether the quantities of an event can be true. */
final class Quantities {
  /** A quantity from here on is none that a person buys. */
  static final int IMPOSSIBLE = 1_000_000;

  private Quantities() {}

  static Optional<Rejection> check(Event event) {
    if (event instanceof OrderStatus order) {
      for (OrderLine line : order.lines()) {
        if (line.quantity() < 1 || line.quantity() >= IMPOSSIBLE) {
          return reject(line.quantity());
        }
      }
    }
    return event instanceof CartChange cart ? cart(cart.item()) : Optional.empty();
  }

  /** A cart can hold none of an item any more, and lose some of it. */
  private static Optional<Rejection> cart(CartItem item) {
    boolean given = item.after() != CartItem.NOT_GIVEN;
    if (given && (item.after() < 0 || item.after() >= IMPOSSIBLE)) {
      return reject(item.after());
    }
    boolean changes = item.delta() != CartItem.NOT_GIVEN;
    return changes && (item.delta() <= -IMPOSSIBLE || item.delta() >= IMPOSSIBLE)
        ? reject(item.delta())
        : Optional.empty();
  }

  private static Optional<Rejection> reject(int quantity) {
    return Cleaning.reject(RejectionReason.IMPOSSIBLE_QUANTITY, "quantity " + quantity);
  }
}
