package io.kairos.bench.input;

import java.util.List;

/** An order of one unit of each item. */
record Order(String id, long placedMillis, List<Item> items) {

  long totalCents() {
    return items.stream().mapToLong(Item::priceCents).sum();
  }
}
