package io.kairos.engine.rule;

import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.segment.Tier;

/** Of what a rule has at most one run at a time. */
public enum Per {
  CUSTOMER {
    @Override
    String keyOf(Occurrence occurrence, Tier tier) {
      return "";
    }
  },
  CART {
    @Override
    String keyOf(Occurrence occurrence, Tier tier) {
      return occurrence.cartKey();
    }
  },
  ORDER {
    @Override
    String keyOf(Occurrence occurrence, Tier tier) {
      return occurrence.orderId();
    }
  },
  TIER {
    @Override
    String keyOf(Occurrence occurrence, Tier tier) {
      return occurrence.name().label().startsWith("tier.") ? tier.label() : null;
    }
  };

  /**
   * The key of a run that an occurrence is about.
   *
   * @param tier the customer's tier at that instant
   * @return null where it is about none in particular, and so about all
   */
  abstract String keyOf(Occurrence occurrence, Tier tier);
}
