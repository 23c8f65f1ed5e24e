package io.kairos.engine.fact;

import io.kairos.engine.interest.Interests;
import io.kairos.engine.interest.Score;
import java.util.Map;
import java.util.TreeMap;

/** What weights of interest say together. They fade alike, so shares do not change with time. */
final class Tastes {
  private Tastes() {}

  /** The first part of the category path of most weight; null for none. */
  static String topCategory(Facts facts) {
    Interests interests = facts.profile().interests();
    if (interests.categories().all().isEmpty()) {
      return null;
    }
    Map<String, Double> byFirstPart = new TreeMap<>();
    for (Score score : interests.categories().all()) {
      String path = score.name();
      int dot = path.indexOf('.');
      byFirstPart.merge(dot < 0 ? path : path.substring(0, dot), score.weight(), Double::sum);
    }
    return heaviest(byFirstPart);
  }

  /**
   * Share of a category, as far as it is kept, with all that stands below it on its path, in the
   * weight of all; 0 where it is not among those kept.
   */
  static double interest(Facts facts, String named) {
    String category = Interests.kept(named);
    double part = 0;
    double whole = 0;
    for (Score score : facts.profile().interests().categories().all()) {
      String path = score.name();
      double weight = score.weight();
      whole += weight;
      boolean below = path.startsWith(category) && path.startsWith(".", category.length());
      part += path.equals(category) || below ? weight : 0;
    }
    return whole == 0 ? 0 : part / whole;
  }

  static String brandTier(Facts facts) {
    Map<String, Double> byTier = new TreeMap<>();
    for (Score score : facts.profile().interests().brands().all()) {
      String tier = facts.lens().yardsticks().lookup("brand-tiers", score.name());
      if (tier != null) {
        byTier.merge(tier, score.weight(), Double::sum);
      }
    }
    return heaviest(byTier);
  }

  private static String heaviest(Map<String, Double> weights) {
    String heaviest = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      if (weight.getValue() > most) {
        heaviest = weight.getKey();
        most = weight.getValue();
      }
    }
    return heaviest;
  }
}
