package io.kairos.bench.shop;

/** An event of any topic, as far as the peers use it: public fields, as Flink's POJOs have them. */
public class ShopEvent {
  public String customerId;

  /** Event time, epoch milliseconds. */
  public long time;

  public EventType type;

  /** Null where the event is about no single item. */
  public String item;

  /** Null where it is not known. */
  public String category;

  /** Null for what concerns no cart. */
  public String cartId;

  /** Price of a unit, or the total of an order, in minor units; 0 where it is not known. */
  public long cents;

  /** Units of the item in the cart after the change; null: see {@link #delta}. */
  public Integer quantity;

  /** Change in units, where {@link #quantity} is null. */
  public int delta;

  public ShopEvent() {}

  /** An event with what every event has. */
  public ShopEvent(String customerId, long time, EventType type) {
    this.customerId = customerId;
    this.time = time;
    this.type = type;
  }

  /**
   * Units of the item in the cart after this change.
   *
   * @param before units before it
   */
  public int quantityAfter(int before) {
    return Math.max(0, quantity == null ? before + delta : quantity);
  }
}
