package io.kairos.engine.event;

/**
 * One line of an order.
 *
 * @param quantity units
 * @param price of one unit
 * @param discountMinor taken off the whole line, minor units
 */
public record OrderLine(Item item, int quantity, Price price, long discountMinor) {

  /** A line of which nothing but the item is known. */
  public static OrderLine of(String item) {
    return new OrderLine(Item.of(item), 1, Price.UNKNOWN, 0);
  }

  /** Whether less is paid for it than it costs otherwise. */
  public boolean reduced() {
    return discountMinor > 0 || price.reduced();
  }
}
