package io.kairos.engine;

import io.kairos.engine.interest.Interests;
import io.kairos.engine.interest.Searches;
import io.kairos.engine.profile.CustomerProfile;

/**
 * Keeps a customer within {@link CustomerState#MOST_BYTES}. Every part is bounded for itself; for
 * the rare customer with long names in all of them at once, names of items, interests and searches
 * go first, then the earliest days. Applied after every event and every deadline, so that the
 * answer does not depend on where a run was cut into steps.
 */
final class Diet {
  /** More than any part that is not weighed below can take: ids, clocks, counts. */
  private static final int FIXED = 1_000;

  private Diet() {}

  static CustomerProfile fitted(CustomerState state) {
    CustomerProfile profile = state.profile();
    if (atMost(state) <= CustomerState.MOST_BYTES || fits(state)) {
      return profile;
    }
    for (int names = 4; names >= 0; names -= 2) {
      CustomerProfile slimmer = profile.slimmer(names, Integer.MAX_VALUE);
      if (fits(state.with(slimmer))) {
        return slimmer;
      }
    }
    int days = profile.behaviour().days().active().size();
    CustomerProfile slimmest = profile;
    while (days > 0 && !fits(state.with(slimmest))) {
      slimmest = profile.slimmer(0, --days);
    }
    return slimmest;
  }

  private static boolean fits(CustomerState state) {
    return state.toBytes().length <= CustomerState.MOST_BYTES;
  }

  /** A bound on the bytes that is quick to reckon: elements times the most that one takes. */
  private static int atMost(CustomerState state) {
    CustomerProfile profile = state.profile();
    return FIXED
        + 60 * profile.person().channels().size()
        + 17 * profile.behaviour().days().active().size()
        + 18 * profile.cart().lines().size()
        + (profile.cart().isEmpty() ? 0 : 350)
        + 22 * profile.orders().recent().size()
        + 12 * profile.spending().takings()
        + names(profile.interests())
        + names(profile.searches())
        + profile.custom().mostBytes()
        + 35 * state.standing().segments().size()
        + 40 * state.standing().left().size()
        + 130 * state.agenda().open().size()
        + 150 * state.history().valid().size()
        + 14 * state.history().holdOffs().size();
  }

  private static int names(Interests interests) {
    int long40 = interests.categories().all().size() + interests.brands().all().size();
    return 46 * long40 + 26 * interests.contents().all().size();
  }

  private static int names(Searches searches) {
    return 46 * (searches.queries().size() + searches.categories().size());
  }
}
