package io.kairos.local.stories;

import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Step;
import io.kairos.wire.Decision;
import io.kairos.wire.Trigger;
import java.util.List;
import java.util.TreeSet;

/**
 * Whose messages a line is about.
 *
 * @param rule id of the rule; null for every rule
 * @param step id of the step; null for every step
 */
record Subject(String rule, String step) {
  static final Subject ANY = new Subject(null, null);

  /** The rule that the next word names, and its step behind a slash. */
  static Subject read(Words words, RuleSet rules) {
    String word = words.take("the rule");
    int slash = word.indexOf('/');
    String id = slash < 0 ? word : word.substring(0, slash);
    Rule rule = rules.rules().get(id);
    if (rule == null) {
      throw words.wrongBefore(Written.unknown("rule", id, new TreeSet<>(rules.rules().keySet())));
    }
    return new Subject(id, slash < 0 ? null : step(word.substring(slash + 1), rule, words));
  }

  private static String step(String id, Rule rule, Words words) {
    List<String> steps = rule.plan().steps().stream().map(Step::id).toList();
    if (!steps.contains(id)) {
      throw words.wrongBefore(
          steps.equals(List.of(""))
              ? "rule '%s' has no steps".formatted(rule.id())
              : Written.unknown("step of '" + rule.id() + "' called", id, steps));
    }
    return id;
  }

  boolean covers(Trigger trigger) {
    return covers(trigger.getRule(), trigger.getStep());
  }

  boolean covers(Decision decision) {
    return covers(decision.getRule(), decision.getStep());
  }

  boolean covers(String otherRule, String otherStep) {
    return (rule == null || rule.equals(otherRule)) && (step == null || step.equals(otherStep));
  }

  boolean isAny() {
    return rule == null;
  }

  @Override
  public String toString() {
    return step == null ? rule : of(rule, step);
  }

  /** A rule and its step as stories write them. */
  static String of(String rule, String step) {
    return step.isEmpty() ? rule : rule + "/" + step;
  }
}
