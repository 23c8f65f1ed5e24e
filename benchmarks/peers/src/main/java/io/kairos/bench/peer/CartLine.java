package io.kairos.bench.peer;

/** An item in a cart: public fields, as Flink's POJOs have them. */
public class CartLine {
  public int quantity;

  /** Price of a unit, minor units. */
  public long cents;

  public CartLine() {}

  CartLine(int quantity, long cents) {
    this.quantity = quantity;
    this.cents = cents;
  }
}
