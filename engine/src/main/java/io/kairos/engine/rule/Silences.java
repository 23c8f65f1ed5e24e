package io.kairos.engine.rule;

import io.kairos.engine.profile.Activity;
import io.kairos.engine.rule.RuleStage.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The rules that inactivity begins, and which marks of a customer's state are theirs. Such a mark
 * is left once a silence is long enough, and stays until there is activity.
 */
final class Silences {
  private final List<Rule> byId;
  private final List<Rule> shortestFirst;
  private final Set<Integer> marks = new HashSet<>();

  /** Those among the rules, of which paused ones begin nothing, but keep their marks. */
  Silences(Collection<Rule> rules) {
    List<Rule> all = rules.stream().filter(rule -> rule.start() instanceof Start.Silence).toList();
    for (Rule rule : all) {
      if (rule.life().status() != Status.WITHDRAWN) {
        marks.add(start(rule).marks().live(""));
        marks.add(mark(rule));
      }
    }
    List<Rule> beginning = all.stream().filter(rule -> rule.life().status().begins()).toList();
    byId = beginning.stream().sorted(Comparator.comparing(Rule::id)).toList();
    shortestFirst =
        byId.stream().sorted(Comparator.comparingLong(rule -> start(rule).millis())).toList();
  }

  private static Start.Silence start(Rule rule) {
    return (Start.Silence) rule.start();
  }

  private static int mark(Rule rule) {
    return start(rule).marks().of(rule.life().status(), "");
  }

  List<Rule> byId() {
    return byId;
  }

  /** What of a customer's marks is left by silences. */
  List<Integer> of(List<Integer> holding) {
    return only(holding, true);
  }

  /** What of a customer's marks is left by others. */
  List<Integer> notOf(List<Integer> holding) {
    return only(holding, false);
  }

  /** The same list where all are meant. */
  private List<Integer> only(List<Integer> holding, boolean ours) {
    for (int i = 0; i < holding.size(); i++) {
      if (marks.contains(holding.get(i)) != ours) {
        return holding.stream().filter(mark -> marks.contains(mark) == ours).toList();
      }
    }
    return holding;
  }

  /** A customer's marks with that of a rule, the oldest making room. */
  static List<Integer> with(List<Integer> holding, Rule rule) {
    int mark = mark(rule);
    if (holding.contains(mark)) {
      return holding;
    }
    List<Integer> next = new ArrayList<>(holding);
    next.add(mark);
    return List.copyOf(next.subList(Math.max(0, next.size() - Agenda.MOST_HOLDING), next.size()));
  }

  /**
   * The next instant after {@code settled} at which inactivity begins a run, epoch milliseconds;
   * {@link Long#MAX_VALUE} for none.
   */
  long next(Activity activity, LongSupplier spreadMillis, long settled) {
    long next = Long.MAX_VALUE;
    for (int i = 0; i < shortestFirst.size(); i++) {
      Rule rule = shortestFirst.get(i);
      if (start(rule).endsAfter(activity.lastSeenMillis()) >= next) {
        return next;
      }
      next = Math.min(next, begins(rule, activity, spreadMillis, settled));
    }
    return next;
  }

  /**
   * Those that inactivity begins just now, in the order of ids.
   *
   * @param open whether a rule can begin a run
   */
  List<Rule> beginning(Agenda agenda, View view, Predicate<Rule> open) {
    Activity activity = view.profile().activity();
    List<Rule> beginning = List.of();
    for (int i = 0; i < shortestFirst.size(); i++) {
      Rule rule = shortestFirst.get(i);
      if (start(rule).endsAfter(activity.lastSeenMillis()) > view.now()) {
        break;
      }
      LongSupplier spread = view.calendar()::spreadMillis;
      if (begins(rule, activity, spread, view.settledMillis()) == view.now()
          && open.test(rule)
          && !beganBefore(rule, activity, agenda)) {
        beginning = beginning.isEmpty() ? new ArrayList<>(2) : beginning;
        beginning.add(rule);
      }
    }
    if (beginning.size() > 1) {
      beginning.sort(Comparator.comparing(Rule::id));
    }
    return beginning;
  }

  /** Whether this silence was long enough under an earlier version, and began a run then. */
  private static boolean beganBefore(Rule rule, Activity activity, Agenda agenda) {
    return start(rule).endsAfter(activity.lastSeenMillis()) < rule.life().fromMillis()
        && agenda.holding().contains(mark(rule));
  }

  /**
   * When inactivity has lasted long enough for a rule; what had ended before the rule took effect
   * counts only where it says so, spread over {@link Start#SPREAD_MILLIS}.
   */
  private static long begins(
      Rule rule, Activity activity, LongSupplier spreadMillis, long settled) {
    if (!activity.any()) {
      return Long.MAX_VALUE;
    }
    long ends = start(rule).endsAfter(activity.lastSeenMillis());
    long from = rule.life().fromMillis();
    if (ends < from) {
      boolean fires = rule.life().existing() == Life.Existing.FIRE;
      ends = fires ? from + spreadMillis.getAsLong() % Start.SPREAD_MILLIS : Long.MAX_VALUE;
    }
    return ends > settled && ends < rule.life().toMillis() ? ends : Long.MAX_VALUE;
  }
}
