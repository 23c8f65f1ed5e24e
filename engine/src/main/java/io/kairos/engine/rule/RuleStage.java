package io.kairos.engine.rule;

import io.kairos.engine.pack.Hash;
import io.kairos.engine.profile.Activity;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.segment.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Fourth stage: which rules begin, move, end, and when their messages are due. */
public final class RuleStage {
  private final Map<String, Rule> rules;
  private final List<Rule> byId;

  public RuleStage(RuleSet set) {
    this.rules = set.rules();
    this.byId = set.rules().values().stream().sorted(Comparator.comparing(Rule::id)).toList();
  }

  /** The customer as the rules see it. */
  public record View(CustomerProfile profile, Tier tier) {}

  /**
   * @param agenda the runs still open
   * @param ended those that ended now
   */
  public record Result(Agenda agenda, List<Ended> ended) {}

  /** What occurrences of one instant do to the runs of a customer. */
  public Result apply(Agenda old, List<Occurrence> occurred, View view, long now) {
    List<Ended> ended = new ArrayList<>();
    List<Run> open = new ArrayList<>(old.open().size() + 1);
    for (Run run : old.open()) {
      move(run, occurred, view, now, open, ended);
    }
    for (Rule rule : byId) {
      begin(rule, occurred, view, now, open, ended);
    }
    while (open.size() > Agenda.MOST) {
      Run least = least(open);
      open.remove(least);
      ended.add(ended(least, now, Ended.Why.TOO_MANY_RUNS, null));
    }
    return new Result(new Agenda(List.copyOf(open)), ended);
  }

  private void move(
      Run run, List<Occurrence> occurred, View view, long now, List<Run> open, List<Ended> ended) {
    Rule rule = rules.get(run.rule());
    if (rule == null) {
      ended.add(ended(run, now, Ended.Why.RULE_GONE, null));
      return;
    }
    Run moved = run;
    for (Occurrence occurrence : occurred) {
      if (!concerns(occurrence, rule, run.key(), view.tier())) {
        continue;
      }
      if (rule.unless().contains(occurrence.name())) {
        ended.add(ended(run, now, Ended.Why.STOPPED, occurrence.name().label()));
        return;
      }
      if (rule.timing().restart().contains(occurrence.name())) {
        moved = moved.restartedAt(occurrence.timeMillis());
      }
    }
    open.add(moved);
  }

  private void begin(
      Rule rule,
      List<Occurrence> occurred,
      View view,
      long now,
      List<Run> open,
      List<Ended> ended) {
    if (!(rule.start() instanceof Start.OnEvent start)) {
      return;
    }
    for (Occurrence occurrence : occurred) {
      if (start.names().contains(occurrence.name())) {
        Run run = run(rule, occurrence, view.tier());
        boolean running = new Agenda(open).has(rule.id(), run.key());
        if (!running && releaseOf(run, rule, view.profile().activity()) < now) {
          ended.add(ended(run, now, Ended.Why.EXPIRED_ON_ARRIVAL, occurrence.name().label()));
        } else if (!running) {
          open.add(run);
        }
        return;
      }
    }
  }

  private static Run run(Rule rule, Occurrence occurrence, Tier tier) {
    String key = rule.timing().per().keyOf(occurrence, tier);
    String shortKey = key == null ? "" : shortened(key);
    String occasion = shortKey + "@" + String.format("%016x", occurrence.source());
    return new Run(rule.id(), rule.version(), shortKey, occasion, occurrence.timeMillis());
  }

  /** Whether an occurrence is about a run's key, or about none in particular and so about all. */
  public static boolean concerns(Occurrence occurrence, Rule rule, String key, Tier tier) {
    String about = rule.timing().per().keyOf(occurrence, tier);
    return about == null || about.isEmpty() || shortened(about).equals(key);
  }

  private static String shortened(String key) {
    return key.length() <= Run.LONGEST_KEY ? key : Hash.hex128(key);
  }

  /**
   * The next instant after {@code settled} at which a message is due, epoch milliseconds; {@link
   * Long#MAX_VALUE} for none.
   */
  public long nextRelease(Agenda agenda, CustomerProfile profile, long settled) {
    long next = Long.MAX_VALUE;
    for (Run run : agenda.open()) {
      next = Math.min(next, Math.max(releaseOf(run, profile.activity()), settled + 1));
    }
    for (Rule rule : byId) {
      next = Math.min(next, silenceEnds(rule, profile.activity(), settled));
    }
    return next;
  }

  /** What is due at an instant, in the order in which it is decided, and the runs left. */
  public Due due(Agenda agenda, CustomerProfile profile, long settled, long now) {
    List<Candidate> due = new ArrayList<>();
    List<Run> left = new ArrayList<>();
    for (Run run : agenda.open()) {
      if (releaseOf(run, profile.activity()) <= now) {
        due.add(new Candidate(rules.get(run.rule()), run, now));
      } else {
        left.add(run);
      }
    }
    for (Rule rule : byId) {
      if (silenceEnds(rule, profile.activity(), settled) == now) {
        due.add(new Candidate(rule, silence(rule, profile.activity(), now), now));
      }
    }
    due.sort(
        Comparator.comparingInt((Candidate c) -> -priority(c.run()))
            .thenComparing(c -> c.run().rule())
            .thenComparing(c -> c.run().occasion()));
    return new Due(due, new Agenda(List.copyOf(left)));
  }

  /**
   * @param candidates highest priority first, ties by rule id
   * @param agenda the runs that are not due
   */
  public record Due(List<Candidate> candidates, Agenda agenda) {}

  private static Run silence(Rule rule, Activity activity, long now) {
    String occasion = "@" + Instant.ofEpochMilli(now);
    return new Run(rule.id(), rule.version(), "", occasion, activity.lastSeenMillis());
  }

  private static long silenceEnds(Rule rule, Activity activity, long settled) {
    if (!(rule.start() instanceof Start.Silence silence) || !activity.any()) {
      return Long.MAX_VALUE;
    }
    long ends = activity.lastSeenMillis() + silence.millis();
    return ends > settled ? ends : Long.MAX_VALUE;
  }

  private long releaseOf(Run run, Activity activity) {
    Rule rule = rules.get(run.rule());
    return rule == null ? run.anchorMillis() : releaseOf(run, rule, activity);
  }

  private static long releaseOf(Run run, Rule rule, Activity activity) {
    long waited = run.anchorMillis() + rule.timing().afterMillis();
    long idle = rule.timing().idleMillis();
    return idle == 0 ? waited : Math.max(waited, activity.lastSeenMillis() + idle);
  }

  private Run least(List<Run> open) {
    return open.stream().min(Comparator.comparingInt(run -> priority(run))).orElseThrow();
  }

  private int priority(Run run) {
    Rule rule = rules.get(run.rule());
    return rule == null ? 0 : rule.send().priority();
  }

  private Ended ended(Run run, long now, Ended.Why why, String by) {
    return new Ended(new Candidate(rules.get(run.rule()), run, now), why, by);
  }
}
