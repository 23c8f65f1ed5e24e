package io.kairos.engine.predict;

/**
 * What the models say of a customer.
 *
 * @param model name of the model
 * @param pAlive probability that the customer will buy again at all; 1 for a one-time buyer, of
 *     whom the model cannot tell
 * @param purchases expected purchase days in the {@value #HORIZON_DAYS} days to come
 * @param spend expected spend of a purchase day, major unit
 * @param lapsesAfterDays days after the first purchase day at which P(alive) falls to {@value
 *     #LAPSED} if nothing happens; positive infinity for a one-time buyer
 */
public record Prediction(
    String model, double pAlive, double purchases, double spend, double lapsesAfterDays) {
  /** How far ahead purchases are expected. */
  public static final int HORIZON_DAYS = 90;

  /** P(alive) below which a customer counts as probably lost. */
  public static final double LAPSED = 0.30;
}
