package io.kairos.engine;

import io.kairos.engine.predict.Prediction;
import io.kairos.engine.predict.PredictionModel;
import io.kairos.engine.predict.PurchaseHistory;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.PurchaseDays;
import io.kairos.engine.profile.Shop;
import java.util.Optional;

/** Asks the models about a profile. */
record Predictions(PredictionModel model, Shop shop) {

  /** What they say as of an instant, epoch milliseconds; nothing of one who never bought. */
  Optional<Prediction> of(CustomerProfile profile, long now) {
    PurchaseDays days = profile.purchases();
    if (days.count() == 0) {
      return Optional.empty();
    }
    double meanMinor = days.meanRepeatMinor(profile.spending().paidMinor());
    return Optional.of(
        model.of(
            new PurchaseHistory(
                days.repeats(),
                days.lastDay() - days.firstDay(),
                shop.dayOf(now) - days.firstDay(),
                meanMinor / shop.minorPerMajor())));
  }
}
