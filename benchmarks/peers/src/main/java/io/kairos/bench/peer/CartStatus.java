package io.kairos.bench.peer;

/** What became of a customer's cart: public fields, as Flink's POJOs have them. */
public class CartStatus {
  /** Null before the first cart that has one. */
  public String cartId;

  /** Event time of the last change, epoch milliseconds; 0 before the first. */
  public long changedAt;

  /** Whether the cart that is open has been alerted of. */
  public boolean alerted;
}
