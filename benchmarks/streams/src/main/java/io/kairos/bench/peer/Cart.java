package io.kairos.bench.peer;

import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.Limits;
import io.kairos.bench.shop.ShopEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is in the cart; an order, an emptying or another cart ends it. */
final class Cart {
  private Cart() {}

  static void apply(Profile profile, ShopEvent event) {
    if (!event.type.concernsCart()) {
      return;
    }
    if (event.type == EventType.CART_CHANGED) {
      if (!Objects.equals(event.cartId, profile.getCartId())) {
        open(profile, event.cartId);
      }
      change(profile, event);
      profile.setCartChangedAt(event.time);
    } else {
      profile.getCart().clear();
    }
    if (profile.getCart().isEmpty()) {
      profile.setCartAlerted(false);
    }
  }

  /** When the cart is left behind if nothing happens to it; 0 for never. */
  static long dueAt(Profile profile) {
    return profile.getCart().isEmpty() || profile.getCartAlerted()
        ? 0
        : profile.getCartChangedAt() + Limits.CART_LEFT_MILLIS;
  }

  /** In minor units. */
  static long value(Profile profile) {
    return profile.getCart().stream().mapToLong(line -> line.getQuantity() * line.getCents()).sum();
  }

  /** Puts an empty cart in the place of the one that was. */
  private static void open(Profile profile, String cartId) {
    profile.getCart().clear();
    profile.setCartAlerted(false);
    profile.setCartId(cartId);
  }

  private static void change(Profile profile, ShopEvent event) {
    List<CartLine> changed = new ArrayList<>();
    int before = 0;
    for (CartLine line : profile.getCart()) {
      if (line.getItem().equals(event.item)) {
        before = line.getQuantity();
      } else {
        changed.add(line);
      }
    }
    int quantity = event.quantityAfter(before);
    if (quantity > 0) {
      changed.add(new CartLine(event.item, quantity, event.cents));
    }
    profile.setCart(changed);
  }
}
