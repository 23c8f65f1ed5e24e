package io.kairos.engine.fact;

import io.kairos.engine.condition.Comparison;
import io.kairos.engine.condition.Motion;
import io.kairos.engine.predict.Prediction;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the customer is likely to do. */
final class PredictionFeatures {
  private static final String NEVER = "never bought";

  private PredictionFeatures() {}

  static List<Feature> all() {
    return List.of(
        predicted("prediction.pAlive", Unit.SHARE, PredictionFeatures::pAlive)
            .means(
                "Probability that the customer will buy again (BG/NBD: Fader, Hardie and Lee"
                    + " 2005). It is 1 for a one-time buyer: the model cannot tell of one, so"
                    + " these need a rule of their own, such as orders.days == 1 &&"
                    + " orders.recencyDays > 120.")
            .moving(new Fading())
            .as("pAlive"),
        predicted("prediction.purchasesIn90Days", Unit.EXPECTATION, f -> f.prediction().purchases())
            .means("Expected purchase days in the 90 days to come (BG/NBD).")
            .moving(new Daily())
            .as("expectedPurchases90"),
        predicted(
                "prediction.orderValue", Unit.ESTIMATE, f -> f.lens().model().spendOf(f.history()))
            .means("Expected spend of a purchase day (Gamma-Gamma: Fader and Hardie 2013).")
            .as("expectedSpend"),
        predicted("prediction.customerValue", Unit.ESTIMATE, PredictionFeatures::customerValue)
            .means("Customer value: purchasesIn90Days times orderValue.")
            .moving(new Daily())
            .as("customerValue90"));
  }

  private static Feature predicted(String name, Unit unit, ToDoubleFunction<Facts> of) {
    return Feature.number(name, unit, f -> f.everBought() ? of.applyAsDouble(f) : Double.NaN)
        .over("as of today")
        .from("orders, model file")
        .unknownWhen(NEVER);
  }

  private static double pAlive(Facts facts) {
    return facts.lens().model().pAlive(facts.history());
  }

  private static double customerValue(Facts facts) {
    Prediction said = facts.prediction();
    return said.purchases() * said.spend();
  }

  private static long tomorrow(Facts facts) {
    return facts.everBought() ? facts.calendar().leaves(facts.firstDay(1), 1) : Long.MAX_VALUE;
  }

  /** Another value on each day. */
  private static final class Daily implements Motion<Facts> {
    @Override
    public long changes(Facts facts) {
      return tomorrow(facts);
    }

    @Override
    public long appears(Facts facts) {
      return NEVER;
    }

    @Override
    public boolean continuous() {
      return true;
    }
  }

  /**
   * P(alive): it falls from day to day, and its formula tells on which day it passes a limit. Of a
   * one-time buyer it never falls.
   */
  private static final class Fading implements Motion<Facts> {
    private static final double MOST_DAYS = 36_525;

    @Override
    public long changes(Facts facts) {
      return facts.history().repeats() == 0 ? Long.MAX_VALUE : tomorrow(facts);
    }

    @Override
    public long appears(Facts facts) {
      return NEVER;
    }

    @Override
    public boolean continuous() {
      return true;
    }

    @Override
    public long flips(Facts facts, Comparison comparison, double limit) {
      if (!facts.everBought() || !(limit > 0 && limit < 1)) {
        return Long.MAX_VALUE;
      }
      double days = facts.lens().model().lapsesAfterDays(facts.history(), limit);
      if (!(days < MOST_DAYS)) {
        return Long.MAX_VALUE;
      }
      int first = facts.profile().spending().days().firstDay();
      for (int day = (int) Math.floor(days); day <= (int) Math.floor(days) + 2; day++) {
        long at = facts.calendar().leaves(first, day);
        if (at > facts.nowMillis()) {
          return at;
        }
      }
      return Long.MAX_VALUE;
    }
  }
}
