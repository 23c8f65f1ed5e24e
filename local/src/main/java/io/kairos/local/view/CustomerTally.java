package io.kairos.local.view;

import java.util.Map;

/**
 * What the published profiles say in sum.
 *
 * @param customers customers with a profile
 * @param sessions sessions of all of them
 * @param openCarts customers with something in the cart
 * @param tiers customers by tier, those without a tier left out
 */
public record CustomerTally(
    long customers, long sessions, long openCarts, Map<String, Long> tiers) {
  /** Nothing known yet. */
  public static final CustomerTally NONE = new CustomerTally(0, 0, 0, Map.of());

  public CustomerTally {
    tiers = Map.copyOf(tiers);
  }
}
