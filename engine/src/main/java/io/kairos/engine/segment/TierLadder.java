package io.kairos.engine.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each tier demands.
 *
 * @param rungs highest tier first
 */
public record TierLadder(List<Rung> rungs) {

  /**
   * One tier and what it demands.
   *
   * @param monthlyAverageMinor least monthly average over six calendar months, minor units
   * @param orders least number of orders in them
   */
  public record Rung(Tier tier, long monthlyAverageMinor, int orders) {}

  public TierLadder {
    rungs = rungs.stream().sorted(Comparator.comparing(Rung::tier).reversed()).toList();
  }

  /**
   * The highest tier whose demands are met.
   *
   * @param monthlyAverageMinor over six calendar months, minor units
   * @param orders in them
   */
  public Tier of(long monthlyAverageMinor, long orders) {
    for (Rung rung : rungs) {
      if (monthlyAverageMinor >= rung.monthlyAverageMinor() && orders >= rung.orders()) {
        return rung.tier();
      }
    }
    return Tier.NONE;
  }

  /** The names of all tiers that customers can have, rising. */
  public List<String> labels() {
    return Stream.concat(Stream.of(Tier.NONE), rungs.stream().map(Rung::tier))
        .sorted()
        .map(Tier::label)
        .toList();
  }

  /** The demands of a tier; nothing for {@link Tier#NONE} and for a tier that is not declared. */
  public Optional<Rung> rung(Tier tier) {
    return rungs.stream().filter(rung -> rung.tier() == tier).findFirst();
  }
}
