package io.kairos.engine.fact;

import io.kairos.engine.interest.Interests;
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
    for (String path : interests.categories().names()) {
      int dot = path.indexOf('.');
      byFirstPart.merge(
          dot < 0 ? path : path.substring(0, dot),
          interests.weight(interests.categories(), path),
          Double::sum);
    }
    return heaviest(byFirstPart);
  }

  /**
   * Share of a category, with all that stands below it on its path, in the weight of all; 0 where
   * it is not among those kept.
   */
  static double interest(Facts facts, String category) {
    Interests interests = facts.profile().interests();
    double part = 0;
    double whole = 0;
    for (String path : interests.categories().names()) {
      double weight = interests.weight(interests.categories(), path);
      whole += weight;
      boolean below = path.startsWith(category) && path.startsWith(".", category.length());
      part += path.equals(category) || below ? weight : 0;
    }
    return whole == 0 ? 0 : part / whole;
  }

  static String brandTier(Facts facts) {
    Interests interests = facts.profile().interests();
    Map<String, Double> byTier = new TreeMap<>();
    for (String brand : interests.brands().names()) {
      String tier = facts.lens().yardsticks().lookup("brand-tiers", brand);
      if (tier != null) {
        byTier.merge(tier, interests.weight(interests.brands(), brand), Double::sum);
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
