package io.kairos.local.traffic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a customer has in the cart now: units by item, in the order in which they were added. */
final class Cart {
  private final Map<Item, Integer> units = new LinkedHashMap<>();
  private int checkouts;

  /** Number of this cart among the customer's carts, from 1; a checkout or emptying begins one. */
  int number() {
    return checkouts + 1;
  }

  /** Units of an item; 0 when it is not in the cart. */
  int quantity(Item item) {
    return units.getOrDefault(item, 0);
  }

  /** Sets the units of an item; 0 takes it out. Returns the change in units. */
  int set(Item item, int quantity) {
    int before = quantity(item);
    if (quantity == 0) {
      units.remove(item);
    } else {
      units.put(item, quantity);
    }
    return quantity - before;
  }

  /** Empties the cart and begins the next one. */
  void startOver() {
    units.clear();
    checkouts++;
  }

  List<Item> items() {
    return List.copyOf(units.keySet());
  }

  boolean isEmpty() {
    return units.isEmpty();
  }

  /** Units in all. */
  int count() {
    return units.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Value in minor units. */
  long totalCents() {
    return units.entrySet().stream()
        .mapToLong(line -> line.getKey().priceCents() * line.getValue())
        .sum();
  }
}
