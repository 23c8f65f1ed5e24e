package io.kairos.engine.rule;

import io.kairos.engine.event.EventName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules by what can begin them, each list in the order of ids. Made once for each change. */
final class RuleIndex {
  private final Map<EventName, Starters> starting = new EnumMap<>(EventName.class);
  private final Map<EventName, List<Rule>> following = new EnumMap<>(EventName.class);
  private final Set<Integer> heard = new HashSet<>();
  private final List<Rule> becoming = new ArrayList<>();
  private final Dates dates;
  private final Silences silences;
  private final long becomingFromMillis;
  private int parts;

  RuleIndex(Collection<Rule> rules) {
    rules.stream().sorted(Comparator.comparing(Rule::id)).forEach(this::file);
    dates = new Dates(rules);
    silences = new Silences(rules);
    becomingFromMillis = lastFrom(becoming);
  }

  private static long lastFrom(List<Rule> rules) {
    return rules.stream().mapToLong(r -> r.life().fromMillis()).max().orElse(Long.MIN_VALUE);
  }

  private void file(Rule rule) {
    Status status = rule.life().status();
    Following follows = rule.scope().following();
    if (follows != null && !rule.isWithdrawn()) {
      heard.add(follows.mark());
    }
    boolean watches = rule.start() instanceof Start.Becoming && status == Status.PAUSED;
    if (!status.begins() && !watches) {
      return;
    }
    if (rule.start() instanceof Start.OnEvent start) {
      for (EventName name : start.events().possible()) {
        starting.computeIfAbsent(name, any -> new Starters()).add(rule);
      }
    } else if (rule.start() instanceof Start.Becoming start) {
      becoming.add(rule);
      parts |= start.parts() | rule.scope().per().parts();
    }
    if (follows != null && status.begins()) {
      for (EventName name : follows.events().possible()) {
        following.computeIfAbsent(name, any -> new ArrayList<>()).add(rule);
      }
    }
  }

  /** Those that an event of that name may begin. */
  Starters startingOn(EventName name) {
    return starting.getOrDefault(name, Starters.NONE);
  }

  /** Those whose start counts only after an event of that name. */
  List<Rule> following(EventName name) {
    return following.getOrDefault(name, List.of());
  }

  /** Whether what was heard of under a mark may still begin a rule, be it paused now. */
  boolean hears(int mark) {
    return heard.contains(mark);
  }

  /** Those that a condition begins; paused ones, too, since what holds goes on to hold. */
  List<Rule> becoming() {
    return becoming;
  }

  /** When all of them have taken effect, epoch milliseconds. */
  long becomingFromMillis() {
    return becomingFromMillis;
  }

  /** The parts of a profile that those conditions read. */
  int parts() {
    return parts;
  }

  /** Those that inactivity begins. */
  Silences silences() {
    return silences;
  }

  /** Those that a date begins. */
  Dates dates() {
    return dates;
  }
}
