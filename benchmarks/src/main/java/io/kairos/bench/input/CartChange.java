package io.kairos.bench.input;

import io.kairos.wire.CartType;

/**
 * What happened to a cart.
 *
 * @param item null if all of it was thrown away
 * @param quantity of the item after the change
 */
record CartChange(CartType type, String cartId, Item item, int quantity) {

  /** One unit put in. */
  static CartChange added(String cartId, Item item) {
    return new CartChange(CartType.ADDED, cartId, item, 1);
  }
}
