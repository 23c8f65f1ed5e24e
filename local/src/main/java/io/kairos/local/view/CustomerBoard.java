package io.kairos.local.view;

import io.kairos.wire.Profile;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps of each published profile what the tally needs. */
final class CustomerBoard {
  private static final String NO_TIER = "none";

  private record Glance(long sessions, boolean openCart, String tier) {}

  private final Map<String, Glance> customers = new ConcurrentHashMap<>();

  void put(Profile profile) {
    customers.put(
        profile.getCustomerId(),
        new Glance(profile.getSessions(), profile.getCartCount() > 0, profile.getTier()));
  }

  /** Forgets an erased customer. */
  void remove(String customerId) {
    customers.remove(customerId);
  }

  CustomerTally tally() {
    long sessions = 0;
    long openCarts = 0;
    Map<String, Long> tiers = new TreeMap<>();
    for (Glance customer : customers.values()) {
      sessions += customer.sessions();
      openCarts += customer.openCart() ? 1 : 0;
      if (!customer.tier().equals(NO_TIER)) {
        tiers.merge(customer.tier(), 1L, Long::sum);
      }
    }
    return new CustomerTally(customers.size(), sessions, openCarts, tiers);
  }
}
