package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import java.nio.charset.StandardCharsets;

/**
 * One item in the cart.
 *
 * @param itemHash tells items apart
 * @param item the item; null where only its value is still kept
 * @param quantity units, at least 1
 * @param unitMinor price of one unit in minor units
 */
public record CartLine(long itemHash, String item, int quantity, long unitMinor) {

  /**
   * Value of the line in minor units; a product too large for a long counts as the largest long.
   */
  public long valueMinor() {
    long high = Math.multiplyHigh(quantity, unitMinor);
    return high == 0 && quantity * unitMinor >= 0 ? quantity * unitMinor : Long.MAX_VALUE;
  }

  int nameBytes() {
    return item == null ? 0 : item.getBytes(StandardCharsets.UTF_8).length;
  }

  CartLine withoutName() {
    return new CartLine(itemHash, null, quantity, unitMinor);
  }

  void pack(Packer out) {
    out.hash(itemHash).text(item).number(quantity).number(unitMinor);
  }

  static CartLine unpack(Unpacker in) {
    return new CartLine(in.hash(), in.text(), in.intNumber(), in.number());
  }
}
