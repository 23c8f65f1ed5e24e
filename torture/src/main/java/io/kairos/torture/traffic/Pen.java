package io.kairos.torture.traffic;

import io.kairos.torture.traffic.PlannedEvent.Recording;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Consent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.util.List;

/** Writes the records of one customer. Amounts are in minor units. */
final class Pen {
  private final String customer;

  Pen(String customer) {
    this.customer = customer;
  }

  /** Something that the customer did with an item. */
  Recording click(String id, ClickType type, Item item) {
    return time ->
        ClickstreamEvent.newBuilder()
            .setEventId(id)
            .setCustomerId(customer)
            .setTime(time)
            .setType(type)
            .setItem(item.id())
            .setCategory(item.category())
            .setPrice(item.priceCents())
            .build();
  }

  /** Something that the customer did with no item. */
  Recording click(String id, ClickType type) {
    return time ->
        ClickstreamEvent.newBuilder()
            .setEventId(id)
            .setCustomerId(customer)
            .setTime(time)
            .setType(type)
            .setQuery(type == ClickType.SEARCH ? "lamp" : null)
            .build();
  }

  /**
   * A change of a line of the cart.
   *
   * @param quantity of the item after it
   */
  Recording cart(String id, CartType type, Item item, int quantity) {
    return time ->
        CartEvent.newBuilder()
            .setEventId(id)
            .setCustomerId(customer)
            .setTime(time)
            .setType(type)
            .setItem(item.id())
            .setCategory(item.category())
            .setPrice(item.priceCents())
            .setQuantity(quantity)
            .build();
  }

  /** The cart was emptied. */
  Recording emptied(String id) {
    return time ->
        CartEvent.newBuilder()
            .setEventId(id)
            .setCustomerId(customer)
            .setTime(time)
            .setType(CartType.EMPTIED)
            .build();
  }

  /** A status of an order of one item. */
  Recording order(String id, OrderType type, String order, Item item, int quantity) {
    long total = item.priceCents() * quantity;
    return time ->
        OrderEvent.newBuilder()
            .setEventId(id)
            .setCustomerId(customer)
            .setTime(time)
            .setType(type)
            .setOrderId(order)
            .setLines(
                List.of(
                    OrderLine.newBuilder()
                        .setItem(item.id())
                        .setCategory(item.category())
                        .setQuantity(quantity)
                        .setUnitPrice(item.priceCents())
                        .build()))
            .setTotal(total)
            .setRefundId(type == OrderType.REFUNDED ? "r-" + order : null)
            .setRefundAmount(type == OrderType.REFUNDED ? total : null)
            .build();
  }

  /** A word on a channel. */
  Recording consent(String id, String channel, String purpose, boolean granted) {
    return time ->
        CustomerEvent.newBuilder()
            .setEventId(id)
            .setCustomerId(customer)
            .setTime(time)
            .setType(CustomerType.CONSENT_CHANGED)
            .setConsents(
                List.of(
                    Consent.newBuilder()
                        .setChannel(channel)
                        .setPurpose(purpose)
                        .setGranted(granted)
                        .build()))
            .build();
  }

  /** Details of the customer, or the wish to be forgotten. */
  Recording customer(String id, CustomerType type) {
    return time ->
        CustomerEvent.newBuilder()
            .setEventId(id)
            .setCustomerId(customer)
            .setTime(time)
            .setType(type)
            .setCity(type == CustomerType.UPDATED ? "Shanghai" : null)
            .build();
  }
}
