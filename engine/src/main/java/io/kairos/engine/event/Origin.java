package io.kairos.engine.event;

/**
 * The topic that an event came from. The order breaks ties of time. Order and names are in state:
 * only append.
 */
public enum Origin {
  CUSTOMERS,
  CLICKSTREAM,
  CART,
  ORDERS
}
