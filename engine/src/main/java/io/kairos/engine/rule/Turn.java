package io.kairos.engine.rule;

import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.rule.RuleStage.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One turn of a customer's agenda: what the occurrences of one instant do to the open runs. */
final class Turn {
  private final List<Occurrence> occurred;
  private final View view;
  private final Times times;
  private final long now;
  private final Agenda old;
  private final List<Integer> holding = new ArrayList<>();
  private long checkAtMillis = Long.MAX_VALUE;
  private final List<Run> open = new ArrayList<>();
  private final List<Ended> ended = new ArrayList<>();

  Turn(Agenda old, List<Occurrence> occurred, View view, Times times, long now) {
    this.old = old;
    this.occurred = occurred;
    this.view = view;
    this.times = times;
    this.now = now;
  }

  RuleStage.Result result() {
    return new RuleStage.Result(
        new Agenda(List.copyOf(open), List.copyOf(holding), checkAtMillis), ended);
  }

  /** A run goes on, is moved, or ends; {@code rule} is null where it is no longer known. */
  void move(Run run, Rule rule) {
    if (rule == null) {
      end(run, null, Ended.Why.RULE_GONE, null);
      return;
    }
    Run moved = run;
    for (Occurrence occurrence : occurred) {
      if (rule.stops(run.key(), occurrence, view.tier())) {
        end(run, rule, Ended.Why.STOPPED, occurrence.name().label());
        return;
      }
      if (rule.restarts(run.key(), occurrence, view)) {
        moved = moved.restartedAt(occurrence.timeMillis());
      }
    }
    open.add(moved);
  }

  /** A rule begins a run if something occurred that starts it and none of that key is open. */
  void begin(Rule rule, Start.OnEvent start) {
    occurred.stream()
        .filter(occurrence -> start.isBegunBy(occurrence, view.facts()))
        .filter(occurrence -> rule.scope().per().hasKey(occurrence, view.tier()))
        .findFirst()
        .ifPresent(occurrence -> begin(rule, occurrence));
  }

  private void begin(Rule rule, Occurrence occurrence) {
    begin(rule, rule.begin(occurrence, view.tier()), occurrence.name().label());
  }

  private void begin(Rule rule, Run run, String by) {
    if (isOpen(run)) {
      return;
    }
    Run left = expired(run, rule, by);
    if (!RuleStage.undecided(left, rule, now).isEmpty()) {
      open.add(left);
    }
  }

  /** A rule begins a run if its condition holds and did not hold before. */
  void watch(Rule rule, Start.Becoming start) {
    checkAtMillis = Math.min(checkAtMillis, start.condition().flips(view.facts()));
    if (!start.condition().test(view.facts()).holds()) {
      return;
    }
    holding.add(start.mark());
    if (!old.holding().contains(start.mark())) {
      begin(rule, start.run(rule, now), null);
    }
  }

  /** The run without the steps whose release had passed when its start came. */
  private Run expired(Run run, Rule rule, String by) {
    Run left = run;
    for (int i = 0; i < rule.steps().size(); i++) {
      Step step = rule.steps().get(i);
      if (rule.releaseOf(i, run, view.profile(), times) < now) {
        Candidate candidate = new Candidate(rule, run, step.id(), now);
        ended.add(new Ended(candidate, Ended.Why.EXPIRED_ON_ARRIVAL, by));
        left = left.deciding(i);
      }
    }
    return left;
  }

  /** A silence that began with what occurred but was over before that came. */
  void listen(Rule rule, Start.Silence silence) {
    long lastSeen = view.profile().activity().lastSeenMillis();
    long ends = silence.endsAfter(lastSeen);
    boolean began = lastSeen > view.before().activity().lastSeenMillis();
    if (began && ends < now) {
      end(silence.run(rule, lastSeen), rule, Ended.Why.EXPIRED_ON_ARRIVAL, null);
    }
  }

  /** The runs of lowest priority end where there are too many. */
  void bound(RuleStage rules) {
    while (Agenda.isOver(open)) {
      Run least = open.stream().min(Comparator.comparingInt(rules::priority)).orElseThrow();
      open.remove(least);
      end(least, rules.rule(least), Ended.Why.TOO_MANY_RUNS, null);
    }
  }

  private boolean isOpen(Run run) {
    return open.stream()
        .anyMatch(other -> other.rule().equals(run.rule()) && other.key().equals(run.key()));
  }

  private void end(Run run, Rule rule, Ended.Why why, String by) {
    RuleStage.undecided(run, rule, now)
        .forEach(candidate -> ended.add(new Ended(candidate, why, by)));
  }
}
