package io.kairos.torture.traffic;

import java.util.random.RandomGenerator;

/**
 * Something that the shop sells.
 *
 * @param priceCents of one unit, in minor units
 */
record Item(String id, String category, long priceCents) {
  private static final int ITEMS = 40;
  private static final String[] CATEGORIES = {
    "home.light", "home.kitchen", "books.fiction", "toys"
  };

  /** Any of them; the dearer half costs from 100.00 up. */
  static Item draw(RandomGenerator random) {
    int number = random.nextInt(ITEMS);
    return new Item(
        "item-" + number, CATEGORIES[number % CATEGORIES.length], 500L + number * number * 25L);
  }
}
