package io.kairos.local.traffic;

import java.util.List;
import java.util.stream.IntStream;

/** One category of the catalogue: its brands, and the span of prices that its items cover. */
enum Shelf {
  PHONE("electronics.phone", 1_299, 8_999, "Lumi", "Orient", "Nova"),
  HEADPHONES("electronics.audio.headphones", 89, 1_999, "Lumi", "Echo"),
  LAPTOP("electronics.laptop", 3_499, 12_999, "Orient", "Forge"),
  KITCHEN("appliances.kitchen", 99, 2_499, "Hearth", "Joy"),
  CLEANING("appliances.cleaning", 199, 3_999, "Hearth", "Swift"),
  SKINCARE("beauty.skincare", 39, 899, "Lotus", "Pearl", "Jade"),
  MAKEUP("beauty.makeup", 29, 399, "Pearl", "Rouge"),
  DRESS("fashion.women.dress", 99, 1_299, "Willow", "Silk Road"),
  SHIRT("fashion.men.shirt", 59, 599, "Willow", "Harbour"),
  SNEAKERS("fashion.shoes.sneakers", 199, 1_499, "Swift", "Peak"),
  SNACKS("food.snacks", 9, 79, "Panda Kitchen", "Three Hills"),
  TEA("food.tea", 29, 699, "Three Hills", "Jade"),
  TOYS("kids.toys", 19, 499, "Little Dragon", "Joy"),
  BOOKS("books.fiction", 19, 99, "Harbour", "Silk Road");

  private static final int STEPS = 4;

  private final String path;
  private final int lowestYuan;
  private final int highestYuan;
  private final List<String> brands;

  Shelf(String path, int lowestYuan, int highestYuan, String... brands) {
    this.path = path;
    this.lowestYuan = lowestYuan;
    this.highestYuan = highestYuan;
    this.brands = List.of(brands);
  }

  /** What a customer types to find this shelf: the last part of its category. */
  String query() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Its items, the cheapest first. */
  List<Item> items() {
    int size = STEPS * brands.size();
    return IntStream.range(0, size).mapToObj(rank -> item(rank, size)).toList();
  }

  private Item item(int rank, int size) {
    double growth = Math.pow((double) highestYuan / lowestYuan, (double) rank / (size - 1));
    long listCents = Math.round(lowestYuan * growth) * 100;
    long priceCents = rank % 3 == 0 ? listCents * 9 / 10 : listCents;
    String id = "%s-%02d".formatted(query(), rank + 1);
    return new Item(id, path, brands.get(rank % brands.size()), priceCents, listCents);
  }
}
