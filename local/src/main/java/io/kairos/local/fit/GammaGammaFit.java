package io.kairos.local.fit;

import io.kairos.engine.predict.GammaGamma;
import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * Fits the model of spend: Fader and Hardie, note 025. Amounts are divided by their mean for the
 * search, so that it is the same in every currency.
 */
final class GammaGammaFit {
  private GammaGammaFit() {}

  /**
   * @param repeaters customers with repeat purchases and a mean spend above 0
   * @throws CommandError if the spend is too spread to have a mean, or the run is to end
   */
  static Fitted<GammaGamma> of(List<PurchaseHistory> repeaters, StopSignal stop) {
    double mean =
        repeaters.stream().mapToDouble(PurchaseHistory::meanSpend).average().orElseThrow();
    MaximumLikelihood search =
        new MaximumLikelihood(values -> logLikelihood(values, repeaters, mean), stop);
    MaximumLikelihood.Best best = search.from(starts());
    double[] found = best.parameters();
    if (found[1] <= 1) {
      throw new CommandError(
          "the spend per order has no mean in this model (q = %.3f): are there amounts that are"
                  .formatted(found[1])
              + " not prices?");
    }
    double logLikelihood = best.logLikelihood() - repeaters.size() * StrictMath.log(mean);
    GammaGamma model = new GammaGamma(found[0], found[1], found[2] * mean);
    return new Fitted<>(model, logLikelihood, best.determined());
  }

  /** Sum over the customers of the logarithm of the density of their mean spend. */
  static double logLikelihood(GammaGamma model, List<PurchaseHistory> repeaters) {
    return logLikelihood(new double[] {model.p(), model.q(), model.v()}, repeaters, 1);
  }

  private static double logLikelihood(
      double[] values, List<PurchaseHistory> repeaters, double unit) {
    double sum = 0;
    for (PurchaseHistory customer : repeaters) {
      sum += logDensity(values, customer.x(), customer.meanSpend() / unit);
    }
    return sum;
  }

  private static double logDensity(double[] values, int x, double z) {
    double px = values[0] * x;
    double q = values[1];
    double v = values[2];
    return Gamma.logGamma(px + q)
        - Gamma.logGamma(px)
        - Gamma.logGamma(q)
        + q * StrictMath.log(v)
        + (px - 1) * StrictMath.log(z)
        + px * StrictMath.log(x)
        - (px + q) * StrictMath.log(v + x * z);
  }

  private static List<double[]> starts() {
    return List.of(new double[] {5, 4, 0.6}, new double[] {1, 2, 1}, new double[] {0.5, 8, 14});
  }
}
