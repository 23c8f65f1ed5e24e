package io.kairos.engine.profile;

import io.kairos.engine.pack.Fingerprint;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;
import io.kairos.engine.pack.Utf8;

/**
 * One item in the cart.
 *
 * @param itemHash tells items apart
 * @param item the item; null where only its value is still kept
 * @param quantity units, at least 1
 * @param unitMinor price of one unit in minor units; 0 where not known
 */
public record CartLine(long itemHash, String item, int quantity, long unitMinor) {

  /**
   * Value of the line in minor units; a product too large for a long counts as the largest long.
   */
  public long valueMinor() {
    long high = Math.multiplyHigh(quantity, unitMinor);
    return high == 0 && quantity * unitMinor >= 0 ? quantity * unitMinor : Long.MAX_VALUE;
  }

  static long hashOf(String item) {
    return Fingerprint.of64(item);
  }

  int nameBytes() {
    return item == null ? 0 : Utf8.length(item);
  }

  CartLine withoutName() {
    return item == null ? this : new CartLine(itemHash, null, quantity, unitMinor);
  }

  void pack(Packer out) {
    out.text(item).number(quantity).number(unitMinor);
    if (item == null) {
      out.hash(itemHash);
    }
  }

  static CartLine unpack(Unpacker in) {
    String item = in.text();
    int quantity = in.intNumber();
    long unit = in.number();
    return new CartLine(item == null ? in.hash() : hashOf(item), item, quantity, unit);
  }
}
