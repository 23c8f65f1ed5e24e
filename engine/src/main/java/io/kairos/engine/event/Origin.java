package io.kairos.engine.event;

/** The topic that an event came from. The order breaks ties of time. */
public enum Origin {
  CUSTOMERS,
  CLICKSTREAM,
  CART,
  ORDERS
}
