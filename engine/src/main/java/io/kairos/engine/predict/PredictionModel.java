package io.kairos.engine.predict;

/**
 * The models that predictions come from, as one file holds them.
 *
 * @param name tells in a profile which model spoke; letters, digits, dots, hyphens, at most 64
 * @param daysPerUnit days in the unit of time of {@code purchases}, 0.001 to 3650: 7 where it was
 *     fitted in weeks
 * @param purchases when and whether customers come again
 * @param spend what an order is worth, in the major unit of the currency it was fitted in
 */
public record PredictionModel(String name, double daysPerUnit, BgNbd purchases, GammaGamma spend) {
  /** A minute and a half, and ten years: further off, histories come to be no numbers. */
  private static final double SHORTEST_UNIT = 0.001;

  private static final double LONGEST_UNIT = 3650;
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9.-]{0,63}";

  public PredictionModel {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "name must be letters, digits, dots and hyphens, at most 64, not '" + name + "'");
    }
    if (!(daysPerUnit >= SHORTEST_UNIT && daysPerUnit <= LONGEST_UNIT)) {
      throw new IllegalArgumentException(
          "daysPerUnit must be a number from %s to %s, not %s"
              .formatted(SHORTEST_UNIT, LONGEST_UNIT, daysPerUnit));
    }
  }

  /** What the models say of a customer with such a history. */
  public Prediction of(PurchaseHistory history) {
    int x = history.repeats();
    double last = history.daysToLast() / daysPerUnit;
    double now = toNow(history);
    return new Prediction(
        name,
        pAlive(history),
        purchases.expectedPurchases(Prediction.HORIZON_DAYS / daysPerUnit, x, last, now),
        spendOf(history),
        lapsesAfterDays(history, Prediction.LAPSED));
  }

  /** Probability that the customer will buy again, 0 to 1; 1 for a one-time buyer. */
  public double pAlive(PurchaseHistory history) {
    return purchases.pAlive(history.repeats(), history.daysToLast() / daysPerUnit, toNow(history));
  }

  /** Expected spend of a purchase day, major unit. */
  public double spendOf(PurchaseHistory history) {
    return spend.expectedSpend(history.repeats(), StrictMath.max(0, history.meanRepeatSpend()));
  }

  /**
   * Days after the first purchase day at which P(alive) falls to a threshold if nothing happens;
   * positive infinity for a one-time buyer.
   *
   * @param threshold above 0 and below 1
   */
  public double lapsesAfterDays(PurchaseHistory history, double threshold) {
    double last = history.daysToLast() / daysPerUnit;
    return purchases.lapsesAt(history.repeats(), last, threshold) * daysPerUnit;
  }

  private double toNow(PurchaseHistory history) {
    return StrictMath.max(history.daysToLast(), history.daysToNow()) / daysPerUnit;
  }
}
