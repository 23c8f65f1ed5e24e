package io.kairos.engine.rule;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.predict.PredictionModel;
import io.kairos.engine.segment.TierLadder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything declared that decides what a customer gets, beside the customer's events.
 *
 * @param rules by id
 * @param tiers what each tier demands
 * @param policy of delivery
 * @param model of predictions
 */
public record RuleSet(
    Map<String, Rule> rules, TierLadder tiers, Policy policy, PredictionModel model) {

  public RuleSet(List<Rule> rules, TierLadder tiers, Policy policy) {
    this(
        rules.stream().collect(Collectors.toMap(Rule::id, Function.identity())),
        tiers,
        policy,
        ModelFile.defaults());
  }

  /** The rule of that id; null if there is none. */
  public Rule rule(String id) {
    return rules.get(id);
  }

  /** The same rules under another policy. */
  public RuleSet with(Policy other) {
    return new RuleSet(rules, tiers, other, model);
  }

  /** The same rules beside another model. */
  public RuleSet with(PredictionModel other) {
    return new RuleSet(rules, tiers, policy, other);
  }
}
