package io.kairos.bench.peer;

import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.Limits;
import io.kairos.bench.shop.ShopEvent;
import java.util.ArrayList;
import java.util.List;

/** What is in the cart; an order or an emptying ends it. */
final class Cart {
  private Cart() {}

  static void apply(Profile profile, ShopEvent event) {
    if (!event.type.concernsCart()) {
      return;
    }
    if (event.type == EventType.CART_CHANGED) {
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
