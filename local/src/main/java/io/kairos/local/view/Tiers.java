package io.kairos.local.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Customers by tier in one row, the highest tier last. */
final class Tiers {
  private static final List<String> RISING = List.of("gold", "platinum", "diamond");

  private Tiers() {}

  /** "gold 12 · platinum 3", or "none yet". */
  static String text(Map<String, Long> byTier) {
    if (byTier.isEmpty()) {
      return "none yet";
    }
    return byTier.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByKey(Comparator.comparingInt(RISING::indexOf))
                .thenComparing(Map.Entry.comparingByKey()))
        .map(tier -> tier.getKey() + " " + Figures.count(tier.getValue()))
        .collect(Collectors.joining(" · "));
  }
}
