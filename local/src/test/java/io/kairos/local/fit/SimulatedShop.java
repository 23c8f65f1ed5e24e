package io.kairos.local.fit;

import io.kairos.engine.predict.BgNbd;
import io.kairos.engine.predict.GammaGamma;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;

/** Customers who live by the models, with parameters of their own drawn by a seeded generator. */
final class SimulatedShop {
  private final BgNbd purchases;
  private final GammaGamma spend;
  private final RandomDataGenerator random = new RandomDataGenerator(20261123);

  SimulatedShop(BgNbd purchases, GammaGamma spend) {
    this.purchases = purchases;
    this.spend = spend;
  }

  /**
   * @param longest observation in weeks; customers are observed for half of it to all of it
   */
  List<PurchaseHistory> customers(int count, double longest) {
    return IntStream.range(0, count)
        .mapToObj(i -> customer(random.nextUniform(longest / 2, longest)))
        .toList();
  }

  private PurchaseHistory customer(double observed) {
    double rate = random.nextGamma(purchases.r(), 1 / purchases.alpha());
    double leaving = random.nextBeta(purchases.a(), purchases.b());
    int x = 0;
    double last = 0;
    double next = random.nextExponential(1 / rate);
    while (next <= observed) {
      x++;
      last = next;
      next =
          random.nextUniform(0, 1) < leaving
              ? Double.POSITIVE_INFINITY
              : next + random.nextExponential(1 / rate);
    }
    return new PurchaseHistory(x, last, observed, x == 0 ? 0 : meanSpend(x));
  }

  private double meanSpend(int x) {
    double scale = random.nextGamma(spend.q(), 1 / spend.v());
    double sum = 0;
    for (int i = 0; i < x; i++) {
      sum += random.nextGamma(spend.p(), 1 / scale);
    }
    return sum / x;
  }
}
