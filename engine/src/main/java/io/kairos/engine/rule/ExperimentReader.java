package io.kairos.engine.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the experiment of a rule: what each variant changes in its steps. */
record ExperimentReader(Section rule, StepReader reader, List<Step> steps) {
  static final String[] KEYS = {"name", "holdout", "variants"};
  static final String[] KEYS_OF_A_VARIANT = {
    "share", "template", "offer", "after", "at", "channel", "steps"
  };
  private static final int MOST_VARIANTS = 8;
  private static final double ROUNDING = 1e-9;

  /** The experiment; null where the rule has none. */
  Experiment read(String ruleId) {
    if (!rule.has("experiment")) {
      return null;
    }
    Section experiment = rule.section("experiment");
    experiment.only(KEYS);
    double holdout =
        experiment.has("holdout")
            ? experiment.read("holdout", experiment.text("holdout"), Shares::of)
            : 0;
    return new Experiment(experiment.text("name", ruleId), holdout, variants(experiment));
  }

  private List<Experiment.Variant> variants(Section experiment) {
    Section section = experiment.section("variants");
    List<Experiment.Variant> variants = new ArrayList<>();
    Set<Integer> marks = new HashSet<>();
    double sum = 0;
    for (String name : section.names()) {
      Section variant = section.section(name);
      variant.only(KEYS_OF_A_VARIANT);
      double share = variant.read("share", variant.text("share"), Shares::of);
      sum += share;
      Name named = Name.of(name, variants.size() + 1);
      if (!marks.add(named.mark())) {
        throw section.wrong(name, Name.ALIKE);
      }
      variants.add(new Experiment.Variant(named, share, steps(variant)));
    }
    if (!variants.isEmpty() && Math.abs(sum - 1) > ROUNDING) {
      throw experiment.wrong("variants", "shares must add up to 100%");
    }
    if (variants.size() > MOST_VARIANTS) {
      throw experiment.wrong("variants", "at most " + MOST_VARIANTS);
    }
    return List.copyOf(variants);
  }

  private List<Step> steps(Section variant) {
    Section own = variant.section("steps");
    for (String id : own.names()) {
      if (steps.stream().noneMatch(step -> step.id().equals(id))) {
        throw own.wrong(id, "the rule has no such step");
      }
    }
    return steps.stream().map(step -> step(step, variant, own)).toList();
  }

  private Step step(Step step, Section variant, Section own) {
    Step changed = changed(step, variant);
    if (!own.has(step.id())) {
      return changed;
    }
    Section section = own.section(step.id());
    section.only("template", "offer", "after", "at", "channel");
    return changed(changed, section);
  }

  /** A variant overrides what it names. */
  private Step changed(Step step, Section variant) {
    Step.Wait old = step.waiting();
    Delay delay =
        variant.has("after") ? new Delay.After(variant.millis("after", "0s")) : old.delay();
    TimeOfDay at = variant.has("at") ? StepReader.timeOfDay(variant) : old.at();
    List<Case> cases = step.cases().stream().map(one -> changed(one, variant)).toList();
    return new Step(step.name(), new Step.Wait(delay, old.idleMillis(), at), step.when(), cases);
  }

  private Case changed(Case one, Section variant) {
    Case.Content content =
        new Case.Content(
            variant.text("template", one.content().template()),
            variant.text("offer", one.content().offer()),
            one.content().data());
    List<String> channels = variant.has("channel") ? reader.channels(variant) : one.channels();
    return new Case(one.when(), channels, content, one.validForMillis());
  }
}
