package io.kairos.bench.input;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All that the shop sells; some of it is looked at more than the rest. */
final class Goods {
  private static final int ITEMS = 20_000;
  private static final int BRANDS = 300;
  private static final int DEAREST_CENTS = 60_000;
  private static final List<String> AISLES =
      List.of("electronics", "clothing", "home", "beauty", "food", "sports", "books", "toys");
  private static final int SHELVES = 12;

  private final List<Item> items = new ArrayList<>(ITEMS);

  Goods(InputSpec spec) {
    for (int number = 0; number < ITEMS; number++) {
      items.add(item(spec, number));
    }
  }

  private static Item item(InputSpec spec, int number) {
    long drawn = spec.mixed(number, 1);
    String aisle = AISLES.get((int) (drawn % AISLES.size()));
    String category = aisle + ".shelf-" + drawn / 8 % SHELVES;
    // The square of a share of the dearest: most things are cheap.
    double share = drawn / 1024 % 1000 / 1000.0;
    long price = 500 + (long) (share * share * DEAREST_CENTS);
    return new Item("item-" + (100_000 + number), category, "brand-" + drawn / 128 % BRANDS, price);
  }

  Item draw(SplittableRandom random) {
    double share = random.nextDouble();
    return items.get((int) (share * share * ITEMS));
  }

  /** The nth of the items, counted round and round. */
  Item at(long n) {
    return items.get((int) (n % ITEMS));
  }
}
