package io.kairos.engine.rule;

import io.kairos.engine.event.EventName;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Parts;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.rule.Ended.Why;
import io.kairos.engine.rule.RuleStage.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One turn of a customer's agenda: what the occurrences of one instant do to the open runs. */
final class Turn {
  private final Agenda old;
  private final List<Occurrence> occurred;
  private final View view;
  private final RuleStage stage;
  private final List<Run> open;
  private List<Ended> ended = List.of();
  private List<Integer> holding;
  private List<Agenda.Heard> heard;
  private Agenda.Watch watch;

  Turn(Agenda old, List<Occurrence> occurred, View view, RuleStage stage) {
    this.old = old;
    this.occurred = occurred;
    this.view = view;
    this.stage = stage;
    this.open = new ArrayList<>(old.open().size() + 1);
    this.holding = old.holding();
    this.heard = old.heard();
    this.watch = old.watch();
  }

  RuleStage.Result result() {
    boolean same =
        isOld(open) && holding == old.holding() && heard == old.heard() && watch == old.watch();
    Agenda next = same ? old : new Agenda(List.copyOf(open), holding, heard, watch);
    return new RuleStage.Result(next, ended);
  }

  private boolean isOld(List<Run> runs) {
    if (runs.size() != old.open().size()) {
      return false;
    }
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i) != old.open().get(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A run goes on, is moved, or ends; {@code rule} is null where it is no longer known. Where only
   * the step that it waits for is gone, its rule file was replaced by one with fewer.
   */
  void move(Run run, Rule rule, Status now) {
    if (RuleStage.isGone(run, rule)) {
      end(run, null, Why.RULE_GONE, null);
      return;
    }
    if (now == Status.WITHDRAWN) {
      end(run, rule, Why.WITHDRAWN, null);
      return;
    }
    Run moved = rule.named(run);
    for (int i = 0; i < occurred.size(); i++) {
      Occurrence occurrence = occurred.get(i);
      if (rule.stops(run.key(), occurrence, view.tier()) || isNoSilence(run, rule, occurrence)) {
        end(run, rule, Why.STOPPED, occurrence.name().label());
        return;
      }
      if (rule.restarts(run.key(), occurrence, view)) {
        moved = moved.restartedAt(rule.start().movedTo(occurrence.timeMillis()));
      }
    }
    open.add(moved);
  }

  /** Whether an occurrence that comes late shows that there was none. */
  private static boolean isNoSilence(Run run, Rule rule, Occurrence occurrence) {
    return rule.start() instanceof Start.Silence silence
        && occurrence.isActivity()
        && occurrence.timeMillis() > run.anchorMillis()
        && occurrence.timeMillis() < silence.startOf(run);
  }

  /** Every open run goes on. */
  void keepAll() {
    open.addAll(old.open());
  }

  /** A rule begins a run that no event began. */
  void begin(Rule rule, Run run) {
    begin(rule, run, null);
  }

  /** The rules begin their runs that what occurred starts. */
  void begin(Starters starters, Occurrence occurrence) {
    if (starters.isEmpty()) {
      return;
    }
    Facts about = view.facts().about(occurrence);
    List<Rule> rules = starters.of(about.about());
    boolean named = occurrence.name() != EventName.CUSTOM;
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      Start.OnEvent start = (Start.OnEvent) rule.start();
      if (named ? start.holds(about) : start.isBegunBy(occurrence, about)) {
        begin(rule, occurrence, about);
      }
    }
  }

  /** A rule begins a run if none of that key is open, as it mostly is where views begin one. */
  private void begin(Rule rule, Occurrence occurrence, Facts about) {
    if (isOpen(rule)
        && rule.scope().per().hasKey(occurrence, view.tier())
        && !isRunning(rule.id(), rule.keyOf(occurrence, view.tier()))
        && follows(rule.scope().following(), occurrence)) {
      Run run = rule.begin(occurrence, about, view);
      if (!isOverAlready(run, rule, occurrence)) {
        begin(rule, run, occurrence.name().label());
      }
    }
  }

  /** What begins and ends with one event never began: an order that is first heard of as paid. */
  private boolean isOverAlready(Run run, Rule rule, Occurrence start) {
    for (int i = occurred.indexOf(start) + 1; i < occurred.size(); i++) {
      if (rule.stops(run.key(), occurred.get(i), view.tier())) {
        return true;
      }
    }
    return false;
  }

  /** Dates that began between the effect of their rule and an event: no wake-up knew of them. */
  void overtake(Dates dates) {
    if (dates.areNewTo(view)) {
      begin(dates, view.now() - 1);
    }
  }

  /**
   * Rules begin their runs if one of their dates begins by an instant.
   *
   * @param byMillis epoch milliseconds
   */
  void begin(Dates dates, long byMillis) {
    dates.begin(view, byMillis, this::isOpen, this::begin);
  }

  private boolean isOpen(Rule rule) {
    return stage.begins(rule, view);
  }

  private boolean follows(Following following, Occurrence occurrence) {
    if (following == null) {
      return true;
    }
    long time = occurrence.timeMillis();
    return heard.stream()
        .filter(one -> one.mark() == following.mark())
        .anyMatch(one -> one.millis() <= time && time - one.millis() <= following.withinMillis());
  }

  /**
   * Remembers what a rule's start may follow. Where there is more than room, what no rule asks for
   * any more goes first.
   */
  void hear(Following following, Occurrence occurrence, RuleIndex index) {
    if (!following.events().has(occurrence)) {
      return;
    }
    List<Agenda.Heard> next = new ArrayList<>();
    long latest = occurrence.timeMillis();
    for (Agenda.Heard other : heard) {
      if (other.mark() != following.mark()) {
        next.add(other);
      } else {
        latest = Math.max(latest, other.millis());
      }
    }
    next.add(new Agenda.Heard(following.mark(), latest));
    if (next.size() > Agenda.MOST_WATCHING) {
      next.removeIf(one -> !index.hears(one.mark()));
    }
    heard = List.copyOf(next.subList(Math.max(0, next.size() - Agenda.MOST_WATCHING), next.size()));
  }

  private void begin(Rule rule, Run run, String by) {
    if (isRunning(run.rule(), run.key())) {
      return;
    }
    Run left = expired(run, rule, by);
    if (!rule.isOver(left)) {
      open.add(left);
    }
  }

  private boolean isRunning(String rule, String key) {
    for (int i = 0; i < open.size(); i++) {
      Run run = open.get(i);
      if (run.rule().equals(rule) && run.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** The run without the steps whose release had passed when its start came. */
  private Run expired(Run run, Rule rule, String by) {
    Run left = run;
    List<Step> steps = rule.steps(run);
    boolean late = by != null;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      boolean tooNear = isTooNear(step, run, rule);
      long release = rule.releaseOf(step, run, view.profile(), stage.times());
      boolean passed = late && release < view.now();
      if (passed || tooNear) {
        Candidate candidate = new Candidate(rule, run, step.id(), view.now());
        add(new Ended(candidate, tooNear ? Why.NO_TIME : Why.EXPIRED_ON_ARRIVAL, by));
        left = left.deciding(step);
      }
    }
    return left;
  }

  /** Whether it is to be ahead of an instant that is not named, or nearer than it is to be. */
  private boolean isTooNear(Step step, Run run, Rule rule) {
    Delay delay = step.waiting().delay();
    long due = delay.of(rule.start().startOf(run), run);
    return delay instanceof Delay.Before && (due == Long.MAX_VALUE || due < view.now());
  }

  /**
   * Looks at the conditions that rules wait for, unless nothing can have changed. What holds of a
   * customer from the first event on becomes true with it.
   *
   * @param anew whether rules, tables, policies or models did since the last look
   */
  void watch(RuleIndex index, boolean anew) {
    if (isActive()) {
      holding = index.silences().notOf(holding);
    }
    List<Integer> silences = index.silences().of(holding);
    if (index.becoming().isEmpty()) {
      holding = silences;
      watch = watch.with(Long.MAX_VALUE, watch.dateMillis());
      return;
    }
    int changed =
        Parts.changed(view.before(), view.profile(), view.now())
            | (isGroupChanged() ? Parts.GROUPS : 0);
    boolean all = anew || view.isOfNewcomer();
    boolean firstLook = all || view.settledMillis() < index.becomingFromMillis();
    boolean inTime = view.now() < watch.conditionMillis();
    if ((changed & index.parts()) == 0 && inTime && !firstLook) {
      return;
    }
    Watching watching =
        inTime && !all
            ? new Watching(holding, view, stage, changed, watch.conditionMillis())
            : new Watching(holding, view, stage, Parts.ALL, Long.MAX_VALUE);
    for (Rule rule : index.becoming()) {
      watching.look(rule, isOpen(rule)).ifPresent(run -> begin(rule, run, null));
    }
    holding = joined(watching.holding(), silences);
    watch = watch.with(watching.checkAtMillis(), watch.dateMillis());
  }

  /** A silence that was long enough for a rule holds until there is activity. */
  void remember(Rule rule) {
    holding = Silences.with(holding, rule);
  }

  private boolean isActive() {
    return view.profile().activity().lastSeenMillis() != view.before().activity().lastSeenMillis();
  }

  private static List<Integer> joined(List<Integer> first, List<Integer> second) {
    return second.isEmpty() ? first : Stream.concat(first.stream(), second.stream()).toList();
  }

  private boolean isGroupChanged() {
    return view.earlier().groups() != view.facts().groups();
  }

  /**
   * Remembers when the next date begins.
   *
   * @param settledMillis dates up to here have begun, epoch milliseconds
   */
  void schedule(Dates dates, long settledMillis) {
    long next = dates.next(view, watch.dateMillis(), settledMillis);
    watch = watch.with(watch.conditionMillis(), next);
  }

  /** Silences that began with what occurred but were over before that came. */
  void listen(List<Rule> silences) {
    long lastSeen = view.profile().activity().lastSeenMillis();
    if (lastSeen >= view.now() || lastSeen <= view.before().activity().lastSeenMillis()) {
      return;
    }
    for (Rule rule : silences) {
      Start.Silence silence = (Start.Silence) rule.start();
      long ends = silence.endsAfter(lastSeen);
      if (ends < view.now() && ends >= rule.life().fromMillis() && isOpen(rule)) {
        end(silence.run(rule, lastSeen, view), rule, Why.EXPIRED_ON_ARRIVAL, null);
      }
    }
  }

  /** The runs of lowest priority end where there are too many. */
  void bound(RuleBook book) {
    while (Agenda.isOver(open)) {
      Run least =
          open.stream().min(Comparator.comparingInt(run -> priority(book.of(run)))).orElseThrow();
      open.remove(least);
      end(least, book.of(least), Why.TOO_MANY_RUNS, null);
    }
  }

  private static int priority(Rule rule) {
    return rule == null ? 0 : rule.manner().priority();
  }

  private void end(Run run, Rule rule, Why why, String by) {
    for (Candidate candidate : RuleStage.undecided(run, rule, view.now())) {
      boolean held =
          why == Why.STOPPED && rule != null && run.progress().isHeld(candidate.message().name());
      add(new Ended(candidate, held ? Why.CANCELLED_WHILE_HELD : why, by));
    }
  }

  private void add(Ended one) {
    if (ended.isEmpty()) {
      ended = new ArrayList<>(2);
    }
    ended.add(one);
  }
}
