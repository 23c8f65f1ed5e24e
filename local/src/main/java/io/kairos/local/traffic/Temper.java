package io.kairos.local.traffic;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** How a customer shops: how often a visit ends in a cart or an order, and what is looked at. */
enum Temper {
  CASUAL(0.72, 0.10) {
    @Override
    List<Item> wishes(RandomGenerator random) {
      Shelf favourite = Catalogue.shelf(random);
      return IntStream.range(0, 2 + random.nextInt(5))
          .mapToObj(nth -> random.nextInt(10) < 7 ? favourite : Catalogue.shelf(random))
          .map(shelf -> Catalogue.cheaper(shelf, random))
          .toList();
    }
  },
  BIG_SPENDER(0.25, 0.60) {
    @Override
    List<Item> wishes(RandomGenerator random) {
      return Catalogue.basketWithin(random.nextLong(2_000_00, 6_000_00), random);
    }
  };

  private final double browses;
  private final double buys;

  Temper(double browses, double buys) {
    this.browses = browses;
    this.buys = buys;
  }

  /** The items that a visit is about, in the order in which they are looked at. */
  abstract List<Item> wishes(RandomGenerator random);

  Intent intent(RandomGenerator random) {
    double draw = random.nextDouble();
    if (draw < browses) {
      return Intent.BROWSE;
    }
    return draw < browses + buys ? Intent.BUY : Intent.LEAVE_CART;
  }
}
