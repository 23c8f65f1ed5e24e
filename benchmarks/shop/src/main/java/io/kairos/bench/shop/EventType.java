package io.kairos.bench.shop;

/** What a {@link ShopEvent} is about. */
public enum EventType {
  VIEW,
  SEARCH,
  OTHER_CLICK,
  CART_CHANGED,
  CART_EMPTIED,
  ORDER_PLACED,
  ORDER_PAID,
  /** A later status of an order: the shop's doing, not the customer's. */
  ORDER_PROGRESSED;

  /** Whether the customer did it, and so is not silent. */
  public boolean isActivity() {
    return this != ORDER_PROGRESSED;
  }

  /** Whether it changes what is in the cart. */
  public boolean concernsCart() {
    return this == CART_CHANGED || this == CART_EMPTIED || isPurchase();
  }

  /** Whether it says that the customer has ordered. */
  public boolean isPurchase() {
    return this == ORDER_PLACED || this == ORDER_PAID;
  }
}
