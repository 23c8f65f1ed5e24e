package io.kairos.engine.rule;

import io.kairos.engine.event.EventName;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.segment.Tier;
import java.util.Locale;

/** Of what a rule has at most one run at a time. */
public enum Per {
  CUSTOMER {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return null;
    }
  },
  CART {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return occurrence.cartKey();
    }
  },
  ORDER {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return occurrence.orderId();
    }
  },
  TIER {
    @Override
    String about(Occurrence occurrence, Tier tier) {
      return occurrence.name() == EventName.TIER_RAISED ? tier.label() : null;
    }

    /** A loss concerns the tiers that are lost, not the one that the customer falls to. */
    @Override
    boolean concerns(Occurrence occurrence, String key, Tier tier) {
      return occurrence.name() == EventName.TIER_LOWERED
          ? Tier.of(key).compareTo(tier) > 0
          : super.concerns(occurrence, key, tier);
    }
  };

  /** Whether an occurrence can begin a run: one that is about none of these has no key for it. */
  boolean hasKey(Occurrence occurrence, Tier tier) {
    return this == CUSTOMER || about(occurrence, tier) != null;
  }

  /**
   * The key of that name, as rules write it.
   *
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  static Per of(String label) {
    for (Per per : values()) {
      if (per.name().toLowerCase(Locale.ROOT).equals(label)) {
        return per;
      }
    }
    throw new IllegalArgumentException(
        "'" + label + "' is no key. Known: cart, customer, order, tier");
  }

  /** What the occurrence is about; null for nothing in particular. */
  abstract String about(Occurrence occurrence, Tier tier);

  /**
   * The key of a run that an occurrence is about.
   *
   * @param tier the customer's tier at that instant
   * @return null where it is about none in particular, and so about all
   */
  String keyOf(Occurrence occurrence, Tier tier) {
    String about = about(occurrence, tier);
    return about == null ? null : Hash.shortened(about, Run.LONGEST_KEY);
  }

  /** Whether an occurrence is about a run's key, or about none in particular and so about all. */
  boolean concerns(Occurrence occurrence, String key, Tier tier) {
    String about = keyOf(occurrence, tier);
    return about == null || about.equals(key);
  }
}
