package io.kairos.local.traffic;

import io.kairos.local.InputEvent;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import io.kairos.wire.Topics;
import java.util.Map;

/** Writes down what one customer does, as events whose ids count up from 1. */
final class Pen {
  static final String SOURCE = "demo-shop";

  private final Customer customer;
  private int written;

  Pen(Customer customer) {
    this.customer = customer;
  }

  InputEvent registered(long millis) {
    return new InputEvent(
        Topics.CUSTOMERS, customer.id(), millis, Registration.of(customer, nextId(), millis));
  }

  InputEvent search(long millis, Shelf shelf) {
    ClickstreamEvent click = click(millis, ClickType.SEARCH);
    click.setQuery(shelf.query());
    return sent(click);
  }

  InputEvent view(long millis, Item item, long dwellMillis) {
    ClickstreamEvent click = about(item, click(millis, ClickType.VIEW));
    click.setDwellMillis(dwellMillis);
    return sent(click);
  }

  InputEvent like(long millis, Item item) {
    return sent(about(item, click(millis, ClickType.LIKE)));
  }

  /** A change of an item's units; the cart is as it stands after the change. */
  InputEvent changed(long millis, CartType type, CartChange change, Cart cart) {
    CartEvent event = cart(millis, type, cart);
    event.setItem(change.item().id());
    event.setCategory(change.item().category());
    event.setBrand(change.item().brand());
    event.setPrice(change.item().priceCents());
    event.setListPrice(change.item().listPriceCents());
    event.setQuantity(cart.quantity(change.item()));
    event.setDelta(change.delta());
    return sent(event);
  }

  /** The whole cart thrown away; to be called before the cart starts over. */
  InputEvent emptied(long millis, Cart cart) {
    CartEvent event = cart(millis, CartType.EMPTIED, cart);
    event.setCartTotal(0L);
    event.setCartCount(0);
    return sent(event);
  }

  InputEvent order(long millis, OrderType type, Order order) {
    OrderEvent event = OrderStatus.of(order, type);
    event.setEventId(nextId());
    event.setCustomerId(customer.id());
    event.setTime(millis);
    return new InputEvent(Topics.ORDERS, customer.id(), millis, event);
  }

  /** Id of an order that is placed from a cart. */
  String orderId(Cart cart) {
    return "o-" + customer.id() + "-" + cart.number();
  }

  private ClickstreamEvent click(long millis, ClickType type) {
    ClickstreamEvent click = new ClickstreamEvent();
    click.setEventId(nextId());
    click.setCustomerId(customer.id());
    click.setTime(millis);
    click.setSource(SOURCE);
    click.setAttributes(Map.of());
    click.setType(type);
    click.setPlatform(customer.platform());
    click.setCity(customer.home().city());
    return click;
  }

  private static ClickstreamEvent about(Item item, ClickstreamEvent click) {
    click.setItem(item.id());
    click.setCategory(item.category());
    click.setBrand(item.brand());
    click.setPrice(item.priceCents());
    click.setListPrice(item.listPriceCents());
    click.setCurrency(Shop.CURRENCY);
    return click;
  }

  private InputEvent sent(ClickstreamEvent click) {
    return new InputEvent(Topics.CLICKSTREAM, customer.id(), click.getTime(), click);
  }

  private InputEvent sent(CartEvent event) {
    return new InputEvent(Topics.CART, customer.id(), event.getTime(), event);
  }

  private CartEvent cart(long millis, CartType type, Cart cart) {
    CartEvent event = new CartEvent();
    event.setEventId(nextId());
    event.setCustomerId(customer.id());
    event.setTime(millis);
    event.setSource(SOURCE);
    event.setAttributes(Map.of());
    event.setType(type);
    event.setCartId("cart-" + customer.id() + "-" + cart.number());
    event.setCurrency(Shop.CURRENCY);
    event.setCartTotal(cart.totalCents());
    event.setCartCount(cart.count());
    return event;
  }

  private String nextId() {
    return customer.id() + "-" + ++written;
  }
}
