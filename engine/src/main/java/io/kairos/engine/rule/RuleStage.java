package io.kairos.engine.rule;

import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.Activity;
import io.kairos.engine.profile.Calendar;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.segment.SegmentStage;
import io.kairos.engine.segment.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/** Fourth stage: which rules begin, move, end, and when their messages are due. */
public final class RuleStage {
  private static final Comparator<Candidate> IN_ORDER =
      Comparator.comparingInt((Candidate c) -> -c.priority())
          .thenComparing(c -> c.run().rule())
          .thenComparing(c -> c.run().occasion());

  private final RuleSet set;
  private final RuleBook book;
  private final RuleIndex index;
  private final Policy policy;
  private final Times times;
  private final SegmentStage segments;
  private final long fromMillis;

  /** The rules of one edition. */
  public RuleStage(Edition edition, Shop shop) {
    this.fromMillis = edition.fromMillis();
    this.times = new Times(shop);
    this.set = edition.set();
    this.book = set.book();
    this.policy = set.policy();
    this.index = new RuleIndex(edition.rules());
    this.segments = new SegmentStage(set.segments());
  }

  /**
   * The customer as the rules see it.
   *
   * @param facts the customer now
   * @param earlier the customer just before
   * @param settledMillis every deadline up to here was fired, epoch milliseconds
   * @param refiled whether the last look was under another rule file
   */
  public record View(
      String customerId, Facts facts, Facts earlier, long settledMillis, boolean refiled) {
    CustomerProfile profile() {
      return facts.profile();
    }

    CustomerProfile before() {
      return earlier.profile();
    }

    Calendar calendar() {
      return facts.calendar();
    }

    Tier tier() {
      return Tier.of(facts.groups().tier());
    }

    long now() {
      return facts.nowMillis();
    }

    /** Whether nothing was known of the customer just before. */
    boolean isOfNewcomer() {
      return before().counts().events() == 0;
    }

    /** Whether the customer is looked at for the first time since a rule took effect. */
    boolean isFirstLookAt(Rule rule) {
      return refiled || settledMillis < rule.life().fromMillis();
    }

    /** The customer just before, at the instant from which on a rule is looked at. */
    Facts earlierUnder(Rule rule) {
      return earlier.at(Math.max(settledMillis, rule.life().fromMillis()));
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
  public Result apply(Agenda old, List<Occurrence> occurred, View view) {
    Turn turn = turn(old, occurred, view);
    move(old.open(), turn);
    for (int i = 0; i < occurred.size(); i++) {
      Occurrence occurrence = occurred.get(i);
      turn.begin(index.startingOn(occurrence.name()), occurrence);
      for (Rule rule : index.following(occurrence.name())) {
        turn.hear(rule.scope().following(), occurrence, index);
      }
    }
    turn.listen(index.silences().byId());
    turn.watch(index, view.refiled() || view.settledMillis() < fromMillis);
    turn.overtake(index.dates());
    turn.schedule(index.dates(), view.now() - 1);
    turn.bound(book);
    return turn.result();
  }

  /**
   * What time alone does at a deadline: dates begin, conditions come to hold, rules take effect.
   */
  public Result wake(Agenda old, View view) {
    Turn turn = turn(old, List.of(), view);
    move(old.open(), turn);
    turn.watch(index, view.refiled() || view.settledMillis() < fromMillis);
    turn.begin(index.dates(), view.now());
    turn.schedule(index.dates(), view.now());
    turn.bound(book);
    return turn.result();
  }

  private void move(List<Run> open, Turn turn) {
    for (int i = 0; i < open.size(); i++) {
      Run run = open.get(i);
      turn.move(run, book.of(run), book.statusOf(run));
    }
  }

  private Turn turn(Agenda old, List<Occurrence> occurred, View view) {
    return new Turn(old, occurred, view, this);
  }

  Times times() {
    return times;
  }

  /** A customer in the groups that are declared now: a segment beside a rule is no news to it. */
  Facts grouped(Facts facts) {
    return segments.grouped(facts);
  }

  /** The end of every open run: the customer is erased. */
  public List<Ended> erase(Agenda agenda, long now) {
    return agenda.open().stream()
        .flatMap(run -> undecided(run, book.of(run), now).stream())
        .map(candidate -> new Ended(candidate, Ended.Why.ERASED, null))
        .toList();
  }

  /** The steps of a run whose fate is not decided; where they are gone, one that has no name. */
  static List<Candidate> undecided(Run run, Rule rule, long now) {
    if (isGone(run, rule)) {
      return List.of(new Candidate(null, run, "", now));
    }
    List<Candidate> undecided = new ArrayList<>();
    List<Step> steps = rule.steps(run);
    for (int i = 0; i < steps.size(); i++) {
      if (!run.isDecided(steps.get(i))) {
        undecided.add(new Candidate(rule, run, steps.get(i).id(), now));
      }
    }
    return undecided;
  }

  /** Whether nothing is known any more of what an open run waits for. */
  static boolean isGone(Run run, Rule rule) {
    return rule == null || rule.isOver(run);
  }

  /** The messages of open runs that are neither sent nor stopped yet. */
  public List<Candidate> waiting(Agenda agenda, long now) {
    return agenda.open().stream()
        .flatMap(run -> undecided(run, book.of(run), now).stream())
        .toList();
  }

  /**
   * The next instant after {@code settled} at which a message is due or something may begin,
   * whatever the rules are by then; epoch milliseconds, {@link Long#MAX_VALUE} for none.
   */
  public long nextRelease(Agenda agenda, CustomerProfile profile, long settled) {
    long next = agenda.checkAtMillis();
    List<Run> open = agenda.open();
    for (int i = 0; i < open.size(); i++) {
      Run run = open.get(i);
      next = Math.min(next, Math.max(nextRelease(run, profile), settled + 1));
    }
    return next;
  }

  /**
   * The next instant after {@code settled} at which inactivity begins a run under these rules,
   * epoch milliseconds; {@link Long#MAX_VALUE} for none.
   */
  public long nextSilence(Activity activity, LongSupplier spreadMillis, long settled) {
    return index.silences().next(activity, spreadMillis, settled);
  }

  private long nextRelease(Run run, CustomerProfile profile) {
    Rule rule = book.of(run);
    if (isGone(run, rule)) {
      return run.anchorMillis();
    }
    long next = Long.MAX_VALUE;
    List<Step> steps = rule.steps(run);
    for (int i = 0; i < steps.size(); i++) {
      if (!run.isDecided(steps.get(i))) {
        next = Math.min(next, rule.releaseOf(steps.get(i), run, profile, times));
      }
    }
    return next;
  }

  /** What is due at an instant, in the order in which it is decided. */
  public Due due(Agenda agenda, View view) {
    Result begun = afterSilence(agenda, view);
    List<Candidate> due = new ArrayList<>();
    List<Run> waiting = begun.agenda().open();
    for (int i = 0; i < waiting.size(); i++) {
      addDue(waiting.get(i), view, due);
    }
    if (due.size() > 1) {
      due.sort(IN_ORDER);
    }
    return new Due(due, begun);
  }

  /** The runs that inactivity begins just now, beside those that are open. */
  private Result afterSilence(Agenda agenda, View view) {
    Activity activity = view.profile().activity();
    List<Rule> beginning = index.silences().beginning(agenda, view, rule -> begins(rule, view));
    if (beginning.isEmpty()) {
      return new Result(agenda, List.of());
    }
    Turn turn = turn(agenda, List.of(), view);
    turn.keepAll();
    for (Rule rule : beginning) {
      turn.begin(rule, ((Start.Silence) rule.start()).run(rule, activity.lastSeenMillis(), view));
      turn.remember(rule);
    }
    turn.bound(book);
    return turn.result();
  }

  /** Whether a rule can begin a run now. */
  boolean begins(Rule rule, View view) {
    return set.begins(rule, view.customerId(), view.now());
  }

  private void addDue(Run run, View view, List<Candidate> due) {
    Rule rule = book.of(run);
    if (isGone(run, rule)) {
      due.addAll(undecided(run, null, view.now()));
      return;
    }
    List<Step> steps = rule.steps(run);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (!run.isDecided(step) && rule.releaseOf(step, run, view.profile(), times) <= view.now()) {
        due.add(new Candidate(rule, run, step.id(), view.now()));
      }
    }
  }

  /**
   * What is due.
   *
   * @param candidates highest priority first, ties by rule id
   * @param begun the agenda with the runs that began now, and those for which there was no room
   */
  public record Due(List<Candidate> candidates, Result begun) {}

  /** The agenda once the fate of a candidate is decided. */
  public Agenda decided(Agenda agenda, Candidate candidate) {
    if (candidate.rule() == null) {
      return agenda.replacing(candidate.run(), null);
    }
    Run run = current(agenda, candidate).deciding(candidate.message());
    return agenda.replacing(run, candidate.rule().isOver(run) ? null : run);
  }

  /** The agenda once a candidate waits for the end of quiet hours, and what that displaced. */
  public Result held(Agenda agenda, Candidate candidate, long untilMillis) {
    Run run = current(agenda, candidate);
    Name step = candidate.message().name();
    Run holding = run.with(run.progress().holding(step, untilMillis, candidate.atMillis()));
    Agenda next = agenda.replacing(run, holding);
    List<Candidate> held = heldIn(next, candidate.atMillis());
    if (held.size() <= Agenda.MOST_HELD) {
      return new Result(next, List.of());
    }
    Candidate least = held.stream().min(Comparator.comparingInt(Candidate::priority)).orElseThrow();
    return new Result(decided(next, least), List.of(new Ended(least, Ended.Why.DISPLACED, null)));
  }

  private static Run current(Agenda agenda, Candidate candidate) {
    return candidate.rule().named(agenda.current(candidate.run()));
  }

  private List<Candidate> heldIn(Agenda agenda, long now) {
    List<Candidate> held = new ArrayList<>();
    for (Run run : agenda.open()) {
      Rule rule = book.of(run);
      for (Progress.Hold hold : run.progress().holds()) {
        Step step = rule == null ? null : rule.step(run, hold);
        if (hold.untilMillis() > now && step != null) {
          held.add(new Candidate(rule, run, step.id(), now));
        }
      }
    }
    return held;
  }
}
