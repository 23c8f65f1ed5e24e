package io.kairos.engine.profile;

import java.util.List;

/**
 * Cuts of the scores 1 to 5 for recency, frequency and money: four rising limits each. A value
 * belongs to the bin whose lower limit it reaches and whose upper it does not: Hughes, Strategic
 * Database Marketing, in the form of the R package rfm.
 *
 * @param recencyDays days since the last purchase: below the first limit is 5
 * @param orders orders: below the first limit is 1
 * @param spent money in the major unit: below the first limit is 1
 */
public record RfmCuts(List<Double> recencyDays, List<Double> orders, List<Double> spent) {
  public RfmCuts {
    rising("recencyDays", recencyDays);
    rising("orders", orders);
    rising("spent", spent);
  }

  public int recency(double days) {
    return 5 - reached(recencyDays, days);
  }

  public int frequency(double count) {
    return 1 + reached(orders, count);
  }

  public int money(double major) {
    return 1 + reached(spent, major);
  }

  private static int reached(List<Double> limits, double value) {
    int reached = 0;
    for (double limit : limits) {
      reached += value >= limit ? 1 : 0;
    }
    return reached;
  }

  private static void rising(String name, List<Double> limits) {
    boolean rises = limits.size() == 4;
    for (int i = 1; i < limits.size(); i++) {
      rises &= limits.get(i) > limits.get(i - 1);
    }
    if (!rises) {
      throw new IllegalArgumentException(name + " must be four rising limits, not " + limits);
    }
  }
}
