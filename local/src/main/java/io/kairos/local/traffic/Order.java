package io.kairos.local.traffic;

import io.kairos.wire.OrderLine;
import java.util.List;

/**
 * An order as it was placed; each status repeats it.
 *
 * @param id the order
 * @param placedMillis when it was placed, epoch milliseconds
 * @param lines its lines
 * @param goodsCents value of the goods before discount, minor units
 * @param discountCents discount of the whole order, minor units
 */
record Order(
    String id, long placedMillis, List<OrderLine> lines, long goodsCents, long discountCents) {
  private static final long FREE_SHIPPING_FROM_CENTS = 99_00;
  private static final long SHIPPING_CENTS = 8_00;

  /** What is paid for the goods. */
  long totalCents() {
    return goodsCents - discountCents;
  }

  /** Shipping, not part of the total; free from 99 yuan. */
  long shippingCents() {
    return goodsCents >= FREE_SHIPPING_FROM_CENTS ? 0 : SHIPPING_CENTS;
  }

  static Order of(String id, long placedMillis, Cart cart, int discountPercent) {
    List<OrderLine> lines =
        cart.items().stream().map(item -> line(item, cart.quantity(item))).toList();
    long goods = cart.totalCents();
    return new Order(id, placedMillis, lines, goods, goods * discountPercent / 100);
  }

  private static OrderLine line(Item item, int quantity) {
    OrderLine line = new OrderLine();
    line.setItem(item.id());
    line.setCategory(item.category());
    line.setBrand(item.brand());
    line.setQuantity(quantity);
    line.setUnitPrice(item.priceCents());
    line.setListPrice(item.listPriceCents());
    return line;
  }
}
