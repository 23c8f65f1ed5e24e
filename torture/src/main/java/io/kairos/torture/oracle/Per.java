package io.kairos.torture.oracle;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Of what a rule has one run at a time. */
enum Per {
  CUSTOMER {
    @Override
    Set<String> keys(Occurrence occurrence) {
      return Set.of("");
    }
  },
  CART {
    @Override
    Set<String> keys(Occurrence occurrence) {
      return occurrence.cart().map(Set::of).orElse(Set.of());
    }
  },
  ORDER {
    @Override
    Set<String> keys(Occurrence occurrence) {
      return occurrence.order().map(Set::of).orElse(Set.of());
    }
  },
  ITEM {
    @Override
    Set<String> keys(Occurrence occurrence) {
      return occurrence.items();
    }

    @Override
    Optional<String> startKey(Occurrence occurrence) {
      return occurrence.order().isPresent() ? Optional.empty() : super.startKey(occurrence);
    }
  },
  TIER {
    @Override
    Set<String> keys(Occurrence occurrence) {
      return occurrence.tiers();
    }
  };

  /** What an event is about; empty where it names nothing of the kind. */
  abstract Set<String> keys(Occurrence occurrence);

  /** The key of the run that an event begins; empty where it can begin none. */
  Optional<String> startKey(Occurrence occurrence) {
    return keys(occurrence).stream().findFirst();
  }

  /** Whether an event belongs to the run of a key: one that is about no key, to all of them. */
  boolean concerns(Occurrence occurrence, String key) {
    Set<String> keys = keys(occurrence);
    return keys.isEmpty() || keys.contains(key);
  }

  static Per of(String written) {
    for (Per per : values()) {
      if (per.name().toLowerCase(Locale.ROOT).equals(written)) {
        return per;
      }
    }
    throw new NotCovered("per: " + written);
  }
}
