package io.kairos.engine.fact;

import io.kairos.engine.predict.PredictionModel;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.profile.Declared;
import io.kairos.engine.profile.Yardsticks;

/**
 * What a customer is looked at through.
 *
 * @param calendar days and months as they count for the customer
 * @param yardsticks what numbers mean
 * @param declared names of the shop's own
 * @param model of predictions
 * @param minorPerMajor how many minor units the major unit has
 */
public record Lens(
    Calendar calendar,
    Yardsticks yardsticks,
    Declared declared,
    PredictionModel model,
    double minorPerMajor) {

  /** The same, for another calendar. */
  public Lens through(Calendar other) {
    return new Lens(other, yardsticks, declared, model, minorPerMajor);
  }
}
