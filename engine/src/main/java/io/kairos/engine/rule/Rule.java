package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Kept;
import io.kairos.engine.pack.Fingerprint;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.profile.CustomerProfile;
import io.kairos.engine.profile.Occurrence;
import io.kairos.engine.segment.Tier;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * One rule of marketing: when to speak to a customer, and how.
 *
 * @param label what it is called
 * @param life when it begins runs
 * @param start what begins a run
 * @param scope what a run is about, and what moves and ends it
 * @param plan what it says, and how
 */
public record Rule(Label label, Life life, Start start, Scope scope, Plan plan) {

  /**
   * What a rule is called.
   *
   * @param id kebab-case, up to 64 characters, never used again for something else
   * @param version from 1
   * @param name for people; null for none
   * @param owner who looks after it; null for none
   * @param note for people; null for none
   */
  public record Label(String id, int version, String name, String owner, String note) {}

  /**
   * What a run is about, and what moves and ends it.
   *
   * @param per of what there can be one run at a time
   * @param restart what moves the steps that have not gone out
   * @param unless what ends a run, and takes back a message that just went out
   * @param following null for none
   */
  public record Scope(Per per, EventSet restart, EventSet unless, Following following) {}

  public String id() {
    return label.id();
  }

  public int version() {
    return label.version();
  }

  /** Asked at each release; all must hold. */
  public List<Condition<Facts>> when() {
    return plan.when();
  }

  public Plan.Manner manner() {
    return plan.manner();
  }

  /** The messages of a run, as its variant has them. */
  public List<Step> steps(Run run) {
    Experiment.Variant variant = variant(run);
    return variant == null ? plan.steps() : variant.steps();
  }

  /** The name of a run's variant; null for none. */
  public String variantOf(Run run) {
    Experiment.Variant variant = variant(run);
    return variant == null ? null : variant.name().text();
  }

  /** Null for none, as where a run began under another rule file, which had more of them. */
  private Experiment.Variant variant(Run run) {
    int mark = run.progress().variant();
    return mark == 0 || plan.experiment() == null ? null : plan.experiment().variant(mark);
  }

  /** A run that knows its steps and variant by name, as this rule tells them. */
  Run named(Run run) {
    if (run.progress().isNamed()) {
      return run;
    }
    Experiment.Variant variant = variant(run);
    int mark = variant == null ? 0 : variant.name().mark();
    return run.with(run.progress().named(mark, steps(run)));
  }

  /** Whether the fate of each step is decided. */
  boolean isOver(Run run) {
    List<Step> steps = steps(run);
    for (int i = 0; i < steps.size(); i++) {
      if (!run.isDecided(steps.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The step of a run; null if there is none of that id. */
  public Step step(Run run, String stepId) {
    for (Step step : steps(run)) {
      if (step.id().equals(stepId)) {
        return step;
      }
    }
    return null;
  }

  /** The step that a run holds; null if there is none any more. */
  Step step(Run run, Progress.Hold hold) {
    for (Step step : steps(run)) {
      if (step.name().is(hold.step())) {
        return step;
      }
    }
    return null;
  }

  /** Whether an occurrence ends a run of that key; {@code tier} is the customer's by then. */
  public boolean stops(String key, Occurrence occurrence, Tier tier) {
    return scope.unless().has(occurrence) && scope.per().concerns(occurrence, key, tier);
  }

  /** Whether an occurrence moves a run; what starts the rule has to be what {@code where} asks. */
  boolean restarts(String key, Occurrence occurrence, RuleStage.View view) {
    if (!scope.restart().has(occurrence) || !scope.per().concerns(occurrence, key, view.tier())) {
      return false;
    }
    boolean starts = start instanceof Start.OnEvent event && event.events().has(occurrence);
    return !starts || ((Start.OnEvent) start).holds(view.facts().about(occurrence));
  }

  /** When a step of a run is due, epoch milliseconds. */
  long releaseOf(Step step, Run run, CustomerProfile profile, Times times) {
    long held = run.progress().heldUntil(step.name());
    return held != Long.MIN_VALUE
        ? held
        : step.waiting().releaseOf(start.startOf(run), run, profile, times);
  }

  /**
   * The run that an occurrence begins for a customer.
   *
   * @param about the customer, asked about the occurrence
   */
  Run begin(Occurrence occurrence, Facts about, RuleStage.View view) {
    String start = "@" + HexFormat.of().toHexDigits(Fingerprint.of64(occurrence.source()));
    Kept kept = Kept.of(plan.keeps(), about.about());
    String what = scope.per().about(occurrence, view.tier());
    return run(what == null ? "" : what, start, occurrence.timeMillis(), view).keeping(kept);
  }

  /** The key of the run that an occurrence begins; empty where the rule has one for all. */
  String keyOf(Occurrence occurrence, Tier tier) {
    String key = scope.per().keyOf(occurrence, tier);
    return key == null ? "" : key;
  }

  /**
   * A run that begins for a customer.
   *
   * @param about what it is about, however long; empty where the rule has one for all
   * @param start tells it from other runs of the key
   */
  Run run(String about, String start, long anchorMillis, RuleStage.View view) {
    String key = Hash.shortened(about, Run.LONGEST_KEY);
    boolean named = key.equals(about);
    int variant = plan.experiment() == null ? 0 : plan.experiment().variantOf(view.customerId());
    return new Run(
        id(), version(), key, named, key + start, anchorMillis, Progress.of(variant), Kept.NOTHING);
  }

  /** The same under another version and life. */
  Rule as(int version, Life other) {
    Label changed = new Label(label.id(), version, label.name(), label.owner(), label.note());
    return new Rule(changed, other, start, scope, plan);
  }

  /** Whether it is over for good, unless a later version brings it back. */
  boolean isWithdrawn() {
    return life.status() == Status.WITHDRAWN;
  }

  /** The same in effect from an instant on, no earlier than by itself; epoch milliseconds. */
  Rule from(long millis) {
    return millis <= life.fromMillis() ? this : as(version(), life.from(millis));
  }

  /** Whether it is for testers only. */
  public boolean isRehearsed() {
    return life.status() == Status.TEST;
  }

  /** What a customer can be reached on: the channels of every case. */
  public Set<String> channels() {
    return plan.steps().stream()
        .flatMap(step -> step.cases().stream())
        .flatMap(one -> one.channels().stream())
        .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
  }
}
