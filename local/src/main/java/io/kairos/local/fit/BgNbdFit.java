package io.kairos.local.fit;

import io.kairos.engine.predict.BgNbd;
import io.kairos.local.StopSignal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits the model of repeat purchases: Fader, Hardie and Lee (2005). */
final class BgNbdFit {
  private BgNbdFit() {}

  /** One history as far as the model reads it; many customers share one. */
  private record Purchases(int x, double tx, double T) {}

  /**
   * @param customers all of them, those of one purchase included; at least one with more
   * @throws io.kairos.local.CommandError if the run is to end
   */
  static Fitted<BgNbd> of(List<PurchaseHistory> customers, StopSignal stop) {
    Map<Purchases, Integer> counts = new LinkedHashMap<>();
    for (PurchaseHistory customer : customers) {
      counts.merge(new Purchases(customer.x(), customer.tx(), customer.T()), 1, Integer::sum);
    }
    MaximumLikelihood search =
        new MaximumLikelihood(values -> logLikelihood(model(values), counts), stop);
    MaximumLikelihood.Best best = search.from(starts(customers));
    return new Fitted<>(model(best.parameters()), best.logLikelihood(), best.determined());
  }

  /** Different spreads of rates and of leaving, each with the mean rate of the file. */
  private static List<double[]> starts(List<PurchaseHistory> customers) {
    double purchases = customers.stream().mapToDouble(PurchaseHistory::x).sum();
    double weeks = customers.stream().mapToDouble(PurchaseHistory::T).sum();
    double rate = purchases / weeks;
    return List.of(
        new double[] {0.3, 0.3 / rate, 0.8, 2.5},
        new double[] {1, 1 / rate, 1, 1},
        new double[] {3, 3 / rate, 0.3, 5});
  }

  private static BgNbd model(double[] values) {
    return new BgNbd(values[0], values[1], values[2], values[3]);
  }

  private static double logLikelihood(BgNbd model, Map<Purchases, Integer> counts) {
    double sum = 0;
    for (Map.Entry<Purchases, Integer> entry : counts.entrySet()) {
      Purchases history = entry.getKey();
      sum += entry.getValue() * model.logLikelihood(history.x(), history.tx(), history.T());
    }
    return sum;
  }
}
