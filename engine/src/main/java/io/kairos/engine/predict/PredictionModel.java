package io.kairos.engine.predict;

/**
 * The models that predictions come from, as one file holds them.
 *
 * @param name tells in a profile which model spoke; letters, digits, dots, hyphens, at most 64
 * @param daysPerUnit days in the unit of time of {@code purchases}: 7 where it was fitted in weeks
 * @param purchases when and whether customers come again
 * @param spend what an order is worth, in the major unit of the currency it was fitted in
 */
public record PredictionModel(String name, double daysPerUnit, BgNbd purchases, GammaGamma spend) {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9.-]{0,63}";

  public PredictionModel {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "name must be letters, digits, dots and hyphens, at most 64, not '" + name + "'");
    }
    Parameter.positive("daysPerUnit", daysPerUnit);
  }

  /** What the models say of a customer with such a history. */
  public Prediction of(PurchaseHistory history) {
    int x = history.repeats();
    double last = history.daysToLast() / daysPerUnit;
    double now = StrictMath.max(history.daysToLast(), history.daysToNow()) / daysPerUnit;
    return new Prediction(
        name,
        purchases.pAlive(x, last, now),
        purchases.expectedPurchases(Prediction.HORIZON_DAYS / daysPerUnit, x, last, now),
        spend.expectedSpend(x, StrictMath.max(0, history.meanRepeatSpend())),
        purchases.lapsesAt(x, last, Prediction.LAPSED) * daysPerUnit);
  }
}
