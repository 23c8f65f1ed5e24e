package io.kairos.engine.rule;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Activity;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.segment.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Fourth stage: which rules begin, move, end, and when their messages are due. */
public final class RuleStage {
  private final Map<String, Rule> rules;
  private final List<Rule> byId;
  private final Times times;

  public RuleStage(RuleSet set, Shop shop) {
    this.times = new Times(shop);
    this.rules = set.rules();
    this.byId = set.rules().values().stream().sorted(Comparator.comparing(Rule::id)).toList();
  }

  /**
   * The customer as the rules see it.
   *
   * @param before the profile before what occurred
   * @param facts the customer now
   * @param tier now
   */
  public record View(CustomerProfile before, Facts facts, Tier tier) {
    CustomerProfile profile() {
      return facts.profile();
    }
  }

  /**
   * What a turn comes to.
   *
   * @param agenda the runs still open
   * @param ended those that ended now
   */
  public record Result(Agenda agenda, List<Ended> ended) {}

  /** What occurrences of one instant do to the runs of a customer. */
  public Result apply(Agenda old, List<Occurrence> occurred, View view, long now) {
    Turn turn = new Turn(old, occurred, view, times, now);
    old.open().forEach(run -> turn.move(run, rule(run)));
    for (Rule rule : byId) {
      if (rule.start() instanceof Start.OnEvent start) {
        turn.begin(rule, start);
      } else if (rule.start() instanceof Start.Silence silence) {
        turn.listen(rule, silence);
      } else if (rule.start() instanceof Start.Becoming becoming) {
        turn.watch(rule, becoming);
      }
    }
    turn.bound(this);
    return turn.result();
  }

  /** The end of every open run: the customer is erased. */
  public List<Ended> erase(Agenda agenda, long now) {
    return agenda.open().stream()
        .flatMap(run -> undecided(run, rule(run), now).stream())
        .map(candidate -> new Ended(candidate, Ended.Why.ERASED, null))
        .toList();
  }

  /** The steps of a run whose fate is not decided; of a rule that is gone one that has no name. */
  static List<Candidate> undecided(Run run, Rule rule, long now) {
    if (rule == null) {
      return List.of(new Candidate(null, run, "", now));
    }
    List<Candidate> undecided = new ArrayList<>();
    for (int i = 0; i < rule.steps().size(); i++) {
      if (!run.isDecided(i)) {
        undecided.add(new Candidate(rule, run, rule.steps().get(i).id(), now));
      }
    }
    return undecided;
  }

  /**
   * The next instant after {@code settled} at which a message is due or a condition may become
   * true, epoch milliseconds; {@link Long#MAX_VALUE} for none.
   */
  public long nextRelease(Agenda agenda, CustomerProfile profile, long settled) {
    long next = agenda.checkAtMillis();
    for (Run run : agenda.open()) {
      next = Math.min(next, Math.max(nextRelease(run, profile), settled + 1));
    }
    for (Rule rule : byId) {
      next = Math.min(next, silenceEnds(rule, profile.activity(), settled));
    }
    return next;
  }

  private long nextRelease(Run run, CustomerProfile profile) {
    Rule rule = rule(run);
    if (rule == null) {
      return run.anchorMillis();
    }
    long next = Long.MAX_VALUE;
    for (int i = 0; i < rule.steps().size(); i++) {
      if (!run.isDecided(i)) {
        next = Math.min(next, rule.releaseOf(i, run, profile, times));
      }
    }
    return next;
  }

  /** What is due at an instant, in the order in which it is decided, and the runs left. */
  public Due due(Agenda agenda, CustomerProfile profile, long settled, long now) {
    List<Candidate> due = new ArrayList<>();
    List<Run> left = new ArrayList<>();
    for (Run run : agenda.open()) {
      Run after = release(run, profile, now, due);
      if (after != null) {
        left.add(after);
      }
    }
    for (Rule rule : byId) {
      if (silenceEnds(rule, profile.activity(), settled) == now
          && rule.start() instanceof Start.Silence silence) {
        Run run = silence.run(rule, profile.activity().lastSeenMillis());
        Run after = release(run, profile, now, due);
        if (after != null) {
          left.add(after);
        }
      }
    }
    due.sort(
        Comparator.comparingInt((Candidate c) -> -priority(c.run()))
            .thenComparing(c -> c.run().rule())
            .thenComparing(c -> c.run().occasion()));
    return new Due(due, agenda.withOpen(left));
  }

  /** Puts the steps that are due among the others; the run as it goes on, or null at its end. */
  private Run release(Run run, CustomerProfile profile, long now, List<Candidate> due) {
    Rule rule = rule(run);
    if (rule == null) {
      due.addAll(undecided(run, null, now));
      return null;
    }
    Run after = run;
    for (int i = 0; i < rule.steps().size(); i++) {
      Step step = rule.steps().get(i);
      if (!run.isDecided(i) && rule.releaseOf(i, run, profile, times) <= now) {
        due.add(new Candidate(rule, run, step.id(), now));
        after = after.deciding(i);
      }
    }
    return undecided(after, rule, now).isEmpty() ? null : after;
  }

  /**
   * What is due.
   *
   * @param candidates highest priority first, ties by rule id
   * @param agenda the runs that go on
   */
  public record Due(List<Candidate> candidates, Agenda agenda) {}

  private static long silenceEnds(Rule rule, Activity activity, long settled) {
    if (!(rule.start() instanceof Start.Silence silence) || !activity.any()) {
      return Long.MAX_VALUE;
    }
    long ends = silence.endsAfter(activity.lastSeenMillis());
    return ends > settled ? ends : Long.MAX_VALUE;
  }

  /** The rule of a run; null where it is no longer known. */
  Rule rule(Run run) {
    return rules.get(run.rule());
  }

  int priority(Run run) {
    Rule rule = rule(run);
    return rule == null ? 0 : rule.manner().priority();
  }
}
