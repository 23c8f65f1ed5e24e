package io.kairos.engine;

import io.kairos.engine.delivery.History;
import io.kairos.engine.delivery.Sent;
import io.kairos.engine.delivery.Slot;
import io.kairos.engine.interest.Interests;
import io.kairos.engine.interest.Score;
import io.kairos.engine.interest.Scores;
import io.kairos.engine.interest.Searches;
import io.kairos.engine.profile.Cart;
import io.kairos.engine.profile.CartLine;
import io.kairos.engine.profile.Channel;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Person;
import io.kairos.engine.rule.Agenda;
import io.kairos.engine.rule.Progress;
import io.kairos.engine.rule.Run;
import io.kairos.engine.segment.Standing;
import java.util.List;

/**
 * Keeps a customer within {@link CustomerState#MOST_BYTES}. Every part is bounded for itself; for
 * the rare customer with long names in all of them at once, names of items, interests and searches
 * go first, then the earliest days. Applied after every event and every deadline, so that the
 * answer does not depend on where a run was cut into steps.
 */
final class Diet {
  /**
   * No less than the parts take that are not reckoned below: clocks, ids of events, counts.
   * Instants may lie as far ahead as durations of rules can say, and counts exceed 10^9.
   */
  private static final int FIXED = 768;

  /**
   * Days up to this place can have all their counts: those of the last 30, and further back the day
   * of a late event and the one on which the session began.
   */
  private static final int RECENT_DAYS = 33;

  /** What the names in a run take at most: its rule, key and occasion. */
  private static final int LONGEST_TITLES = 64 + 40 + 40;

  /** A character takes at most 3 bytes, and a pair of surrogates 4. */
  private static final int LONGEST_CHANNEL = 3 * Person.LONGEST_CHANNEL;

  private static final int LONGEST_STEP = 32;

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

  /** Whether it fits for certain, by counts alone: nearly everybody's does. */
  static boolean isSmall(
      CustomerProfile profile, Standing standing, Agenda agenda, History history) {
    Cart cart = profile.cart();
    Interests interests = profile.interests();
    int names =
        interests.categories().all().size()
            + interests.brands().all().size()
            + interests.contents().all().size();
    int atMost =
        256
            + counted(profile, standing, agenda, history)
            + 60
            + 271 * cart.lines().size()
            + 30
            + 45 * names;
    List<Run> open = agenda.open();
    for (int i = 0; i < open.size(); i++) {
      atMost += untitled(open.get(i)) + LONGEST_TITLES;
    }
    List<Sent> valid = history.valid();
    for (int i = 0; i < valid.size(); i++) {
      atMost += untitled(valid.get(i).run()) + LONGEST_TITLES + way(valid.get(i));
    }
    return atMost <= CustomerState.MOST_BYTES;
  }

  private static boolean fits(CustomerState state) {
    return state.toBytes().length <= CustomerState.MOST_BYTES;
  }

  /** A bound on the bytes that is closer: with the lengths of names. */
  static int atMost(CustomerState state) {
    int bytes =
        text(state.customerId(), 256)
            + counted(state.profile(), state.standing(), state.agenda(), state.history());
    bytes += cart(state.profile().cart()) + names(state.profile().interests());
    for (Run run : state.agenda().open()) {
      bytes += run(run);
    }
    for (Sent sent : state.history().valid()) {
      bytes += run(sent.run()) + way(sent);
    }
    return bytes;
  }

  /** Elements of known size times the most that one takes. */
  private static int counted(
      CustomerProfile profile, Standing standing, Agenda agenda, History history) {
    int days = profile.behaviour().days().active().size();
    return FIXED
        + channels(profile.person().channels())
        + 14 * Math.min(days, RECENT_DAYS)
        + 5 * Math.max(0, days - RECENT_DAYS)
        + 24 * profile.orders().recent().size()
        + 15 * profile.spending().takings()
        + names(profile.searches())
        + profile.custom().mostBytes()
        + 35 * standing.segments().size()
        + 40 * standing.left().size()
        + waits(agenda, history);
  }

  /** Names are bounded in characters; beside its name a channel has two words. */
  private static int channels(List<Channel> channels) {
    int bytes = 0;
    for (int i = 0; i < channels.size(); i++) {
      bytes += 44 + text(channels.get(i).name(), LONGEST_CHANNEL);
    }
    return bytes;
  }

  private static int slots(List<Slot> slots) {
    int bytes = 0;
    for (int i = 0; i < slots.size(); i++) {
      bytes += 8 + text(slots.get(i).channel(), LONGEST_CHANNEL);
    }
    return bytes;
  }

  private static int cart(Cart cart) {
    int bytes = 60;
    for (CartLine line : cart.lines()) {
      bytes += 15 + (line.item() == null ? 8 : text(line.item(), 256));
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

  private static int waits(Agenda agenda, History history) {
    return 20 * history.holdOffs().size()
        + slots(history.slots())
        + 4 * agenda.holding().size()
        + 13 * agenda.heard().size();
  }

  private static int run(Run run) {
    return untitled(run) + text(run.rule(), 64) + text(run.key(), 40) + text(run.occasion(), 40);
  }

  /** What a message takes beside its run. */
  private static int way(Sent sent) {
    return 24 + text(sent.step(), LONGEST_STEP) + text(sent.channel(), LONGEST_CHANNEL);
  }

  private static int untitled(Run run) {
    Progress progress = run.progress();
    return 30
        + run.kept().mostBytes()
        + 4 * progress.decided().size()
        + 14 * progress.holds().size();
  }

  /** A character takes at most 3 bytes, and the text no more than it is cut to. */
  private static int text(String text, int most) {
    return text == null ? 0 : Math.min(most, 3 * text.length());
  }
}
