package io.kairos.bench.shop;

import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.io.IOException;
import java.io.Serializable;
import java.util.Objects;

/** Reads the value of a Kafka record, Avro's single-object encoding, as an event. */
@FunctionalInterface
public interface EventReader extends Serializable {

  /**
   * Reads one value.
   *
   * @throws IOException if the bytes are not a record of the topic
   */
  ShopEvent read(byte[] value) throws IOException;

  /** Reads a value of topic clickstream. */
  static ShopEvent click(byte[] value) throws IOException {
    ClickstreamEvent click = ClickstreamEvent.getDecoder().decode(value);
    ShopEvent event = new ShopEvent(click.getCustomerId(), click.getTime(), type(click.getType()));
    event.item = click.getItem();
    event.category = click.getCategory();
    event.cents = Objects.requireNonNullElse(click.getPrice(), 0L);
    return event;
  }

  /** Reads a value of topic cart. */
  static ShopEvent cart(byte[] value) throws IOException {
    CartEvent cart = CartEvent.getDecoder().decode(value);
    boolean emptied = cart.getType() == CartType.EMPTIED;
    ShopEvent event =
        new ShopEvent(
            cart.getCustomerId(),
            cart.getTime(),
            emptied ? EventType.CART_EMPTIED : EventType.CART_CHANGED);
    event.cartId = cart.getCartId();
    event.item = cart.getItem();
    event.category = cart.getCategory();
    event.cents = Objects.requireNonNullElse(cart.getPrice(), 0L);
    event.quantity = cart.getQuantity();
    event.delta = cart.getDelta() == null ? unitDelta(cart.getType()) : cart.getDelta();
    return event;
  }

  /** Reads a value of topic orders. */
  static ShopEvent order(byte[] value) throws IOException {
    OrderEvent order = OrderEvent.getDecoder().decode(value);
    ShopEvent event = new ShopEvent(order.getCustomerId(), order.getTime(), type(order.getType()));
    event.cents = order.getTotal();
    return event;
  }

  private static EventType type(ClickType type) {
    return switch (type) {
      case VIEW -> EventType.VIEW;
      case SEARCH -> EventType.SEARCH;
      default -> EventType.OTHER_CLICK;
    };
  }

  private static EventType type(OrderType type) {
    return switch (type) {
      case PLACED -> EventType.ORDER_PLACED;
      case PAID -> EventType.ORDER_PAID;
      default -> EventType.ORDER_PROGRESSED;
    };
  }

  private static int unitDelta(CartType type) {
    return switch (type) {
      case ADDED -> 1;
      case REMOVED -> -1;
      default -> 0;
    };
  }
}
