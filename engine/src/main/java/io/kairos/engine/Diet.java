package io.kairos.engine;

import io.kairos.engine.delivery.Sent;
import io.kairos.engine.interest.Interests;
import io.kairos.engine.interest.Score;
import io.kairos.engine.interest.Scores;
import io.kairos.engine.interest.Searches;
import io.kairos.engine.profile.Cart;
import io.kairos.engine.profile.CartLine;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.rule.Run;
import java.util.List;

/**
 * Keeps a customer within {@link CustomerState#MOST_BYTES}. Every part is bounded for itself; for
 * the rare customer with long names in all of them at once, names of items, interests and searches
 * go first, then the earliest days. Applied after every event and every deadline, so that the
 * answer does not depend on where a run was cut into steps.
 */
final class Diet {
  /** No less than the parts take that are not reckoned below: clocks, ids of events, counts. */
  private static final int FIXED = 700;

  /** Days up to this place can be of the last 30, which keep all their counts. */
  private static final int RECENT_DAYS = 31;

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
    int days = profile.behaviour().days().active().size();
    return FIXED
        + text(state.customerId(), 256)
        + 60 * profile.person().channels().size()
        + 14 * Math.min(days, RECENT_DAYS)
        + 5 * Math.max(0, days - RECENT_DAYS)
        + cart(profile.cart())
        + 22 * profile.orders().recent().size()
        + 12 * profile.spending().takings()
        + names(profile.interests())
        + names(profile.searches())
        + profile.custom().mostBytes()
        + 35 * state.standing().segments().size()
        + 40 * state.standing().left().size()
        + waits(state);
  }

  private static int cart(Cart cart) {
    int bytes = 60;
    for (CartLine line : cart.lines()) {
      bytes += 14 + (line.item() == null ? 8 : text(line.item(), 256));
    }
    return bytes;
  }

  private static int names(Interests interests) {
    int bytes = 30;
    for (Scores scores :
        List.of(interests.categories(), interests.brands(), interests.contents())) {
      for (Score score : scores.all()) {
        bytes += text(score.name(), 40) + 5;
      }
    }
    return bytes;
  }

  private static int names(Searches searches) {
    return 46 * (searches.queries().size() + searches.categories().size());
  }

  private static int waits(CustomerState state) {
    int bytes = 14 * state.history().holdOffs().size();
    bytes += 25 * state.history().slots().size();
    bytes += 4 * state.agenda().holding().size() + 13 * state.agenda().heard().size();
    for (Run run : state.agenda().open()) {
      bytes += run(run);
    }
    for (Sent sent : state.history().valid()) {
      bytes += run(sent.run()) + 30;
    }
    return bytes;
  }

  private static int run(Run run) {
    return 30
        + run.kept().mostBytes()
        + 11 * run.progress().holds().size()
        + text(run.rule(), 64)
        + text(run.key(), 40)
        + text(run.occasion(), 40);
  }

  /** A character takes at most 3 bytes, and the text no more than it is cut to. */
  private static int text(String text, int most) {
    return text == null ? 0 : Math.min(most, 3 * text.length());
  }
}
