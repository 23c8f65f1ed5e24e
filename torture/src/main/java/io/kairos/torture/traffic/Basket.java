package io.kairos.torture.traffic;

import io.kairos.wire.CartType;
import java.util.HashSet;
import java.util.Set;

/**
 * What a customer's cart holds after all visits that are planned, as if all came in order. It is
 * emptied before it has more than the 24 lines that the reference knows; a few before, since late
 * events leave more in it.
 */
final class Basket {
  private static final int LONG = 22;

  private final Set<String> items = new HashSet<>();

  void change(CartType type, Item item) {
    if (type == CartType.REMOVED) {
      items.remove(item.id());
    } else {
      items.add(item.id());
    }
  }

  void order(Item item) {
    items.remove(item.id());
  }

  void empty() {
    items.clear();
  }

  /** Whether it is to be emptied. */
  boolean isLong() {
    return items.size() >= LONG;
  }
}
