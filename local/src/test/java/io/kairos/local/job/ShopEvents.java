package io.kairos.local.job;

import io.kairos.local.InputEvent;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import io.kairos.wire.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Single events, each with an id that follows from customer and time. */
final class ShopEvents {
  private static final String ITEM = "lamp";

  private ShopEvents() {}

  static Input viewed(String customer, Instant time) {
    return viewed(customer, time, Map.of());
  }

  static Input viewed(String customer, Instant time, Map<String, String> attributes) {
    ClickstreamEvent click =
        ClickstreamEvent.newBuilder()
            .setEventId(id("view", customer, time))
            .setCustomerId(customer)
            .setTime(time.toEpochMilli())
            .setAttributes(attributes)
            .setType(ClickType.VIEW)
            .setItem(ITEM)
            .build();
    return Input.of(new InputEvent(Topics.CLICKSTREAM, customer, time.toEpochMilli(), click));
  }

  static Input addedToCart(String customer, Instant time) {
    return addedToCart(customer, time, Map.of());
  }

  static Input addedToCart(String customer, Instant time, Map<String, String> attributes) {
    CartEvent added =
        CartEvent.newBuilder()
            .setEventId(id("cart", customer, time))
            .setCustomerId(customer)
            .setTime(time.toEpochMilli())
            .setAttributes(attributes)
            .setType(CartType.ADDED)
            .setItem(ITEM)
            .setPrice(100_00L)
            .setQuantity(1)
            .build();
    return Input.of(new InputEvent(Topics.CART, customer, time.toEpochMilli(), added));
  }

  static Input ordered(String customer, Instant time) {
    return ordered(customer, time, Map.of());
  }

  static Input ordered(String customer, Instant time, Map<String, String> attributes) {
    OrderEvent placed =
        OrderEvent.newBuilder()
            .setEventId(id("order", customer, time))
            .setCustomerId(customer)
            .setTime(time.toEpochMilli())
            .setAttributes(attributes)
            .setType(OrderType.PLACED)
            .setOrderId(id("o", customer, time))
            .setLines(List.of(OrderLine.newBuilder().setItem(ITEM).build()))
            .setTotal(100_00)
            .build();
    return Input.of(new InputEvent(Topics.ORDERS, customer, time.toEpochMilli(), placed));
  }

  private static String id(String what, String customer, Instant time) {
    return what + "-" + customer + "-" + time.toEpochMilli();
  }
}
