package io.kairos.engine.rule;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Activity;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.segment.Tier;
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
    Turn turn = new Turn(occurred, view, now);
    old.open().forEach(run -> turn.move(run, rule(run)));
    for (Rule rule : byId) {
      if (rule.start() instanceof Start.OnEvent start) {
        turn.begin(rule, start);
      } else if (rule.start() instanceof Start.Silence silence) {
        turn.listen(rule, silence);
      }
    }
    turn.bound(this);
    return turn.result();
  }

  /** The end of every open run: the customer is erased. */
  public List<Ended> erase(Agenda agenda, long now) {
    return agenda.open().stream()
        .map(run -> new Ended(new Candidate(rule(run), run, now), Ended.Why.ERASED, null))
        .toList();
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
        due.add(new Candidate(rule(run), run, now));
      } else {
        left.add(run);
      }
    }
    for (Rule rule : byId) {
      if (silenceEnds(rule, profile.activity(), settled) == now
          && rule.start() instanceof Start.Silence silence) {
        due.add(new Candidate(rule, silence.run(rule, profile.activity().lastSeenMillis()), now));
      }
    }
    due.sort(
        Comparator.comparingInt((Candidate c) -> -priority(c.run()))
            .thenComparing(c -> c.run().rule())
            .thenComparing(c -> c.run().occasion()));
    return new Due(due, new Agenda(List.copyOf(left)));
  }

  /**
   * What is due.
   *
   * @param candidates highest priority first, ties by rule id
   * @param agenda the runs that are not due
   */
  public record Due(List<Candidate> candidates, Agenda agenda) {}

  private static long silenceEnds(Rule rule, Activity activity, long settled) {
    if (!(rule.start() instanceof Start.Silence silence) || !activity.any()) {
      return Long.MAX_VALUE;
    }
    long ends = silence.endsAfter(activity.lastSeenMillis());
    return ends > settled ? ends : Long.MAX_VALUE;
  }

  private long releaseOf(Run run, Activity activity) {
    Rule rule = rule(run);
    return rule == null ? run.anchorMillis() : rule.releaseOf(run, activity);
  }

  /** The rule of a run; null where it is no longer known. */
  Rule rule(Run run) {
    return rules.get(run.rule());
  }

  int priority(Run run) {
    Rule rule = rule(run);
    return rule == null ? 0 : rule.send().priority();
  }
}
