package io.kairos.engine.cleaning;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Utf8;
import java.util.Optional;

/** Whether the ids of an event are there and can be ids. */
final class Ids {
  /** Longest id, in bytes of UTF-8. */
  static final int LONGEST = 256;

  private Ids() {}

  static Optional<Rejection> check(Event event) {
    if (Cleaning.missing(event.eventId())) {
      return Cleaning.reject(RejectionReason.MISSING_EVENT_ID, "no eventId");
    }
    return form("customerId", event.customerId())
        .or(() -> form("eventId", event.eventId()))
        .or(() -> subject(event));
  }

  private static Optional<Rejection> subject(Event event) {
    if (event instanceof OrderStatus order) {
      return order(order);
    }
    if (event instanceof CartChange cart) {
      boolean needed = cart.name() != EventName.CART_EMPTIED && cart.name() != EventName.UNKNOWN;
      return form("cartId", cart.cartId()).or(() -> item(cart.item().id(), needed));
    }
    return event instanceof Click click ? item(click.item().id(), false) : Optional.empty();
  }

  private static Optional<Rejection> order(OrderStatus order) {
    if (Cleaning.missing(order.orderId())) {
      return Cleaning.reject(RejectionReason.MISSING_ORDER_ID, "no orderId");
    }
    Optional<Rejection> wrong = form("orderId", order.orderId());
    for (OrderLine line : order.lines()) {
      wrong = wrong.or(() -> item(line.item().id(), true));
    }
    return wrong;
  }

  private static Optional<Rejection> item(String id, boolean needed) {
    return needed && Cleaning.missing(id)
        ? Cleaning.reject(RejectionReason.MISSING_ITEM_ID, "no item")
        : form("item", id);
  }

  private static Optional<Rejection> form(String field, String id) {
    if (id == null) {
      return Optional.empty();
    }
    if (id.length() > LONGEST / 3 && Utf8.length(id) > LONGEST) {
      return Cleaning.reject(
          RejectionReason.ID_TOO_LONG, field + " of more than " + LONGEST + " bytes");
    }
    for (int i = 0; i < id.length(); i++) {
      if (Character.isISOControl(id.charAt(i))) {
        return Cleaning.reject(
            RejectionReason.CONTROL_CHARACTER,
            "%s has U+%04X at %d".formatted(field, (int) id.charAt(i), i));
      }
    }
    return Optional.empty();
  }
}
