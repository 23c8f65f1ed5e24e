package io.kairos.local.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Everything that the shop sells. The same in every run. */
final class Catalogue {
  private static final int BASKET_LINES = 10;
  private static final Map<Shelf, List<Item>> SHELVES = stock();
  private static final List<Item> BY_PRICE =
      SHELVES.values().stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparingLong(Item::priceCents))
          .toList();

  private Catalogue() {}

  private static Map<Shelf, List<Item>> stock() {
    Map<Shelf, List<Item>> shelves = new EnumMap<>(Shelf.class);
    Arrays.stream(Shelf.values()).forEach(shelf -> shelves.put(shelf, shelf.items()));
    return shelves;
  }

  static List<Item> all() {
    return BY_PRICE;
  }

  static Shelf shelf(RandomGenerator random) {
    return Shelf.values()[random.nextInt(Shelf.values().length)];
  }

  /** An item of a shelf, the cheap ones more often. */
  static Item cheaper(Shelf shelf, RandomGenerator random) {
    List<Item> items = SHELVES.get(shelf);
    return items.get(Math.min(random.nextInt(items.size()), random.nextInt(items.size())));
  }

  /**
   * Different items of one unit each whose prices add up to at most a budget and come close to it:
   * at most ten, the dear ones first.
   */
  static List<Item> basketWithin(long budgetCents, RandomGenerator random) {
    List<Item> basket = new ArrayList<>();
    long left = budgetCents;
    Optional<Item> item = dearWithin(left, basket, random);
    while (item.isPresent() && basket.size() < BASKET_LINES) {
      basket.add(item.get());
      left -= item.get().priceCents();
      item = dearWithin(left, basket, random);
    }
    return basket;
  }

  /** One of the three dearest items that a budget allows and that are not yet taken. */
  private static Optional<Item> dearWithin(
      long budgetCents, List<Item> taken, RandomGenerator random) {
    List<Item> affordable =
        BY_PRICE.stream()
            .filter(item -> item.priceCents() <= budgetCents && !taken.contains(item))
            .toList();
    int dearest = affordable.size() - 1;
    return affordable.isEmpty()
        ? Optional.empty()
        : Optional.of(affordable.get(Math.max(0, dearest - random.nextInt(3))));
  }
}
