package io.kairos.local.explain;

import io.kairos.engine.predict.PredictionModel;
import io.kairos.engine.rule.RuleSet;
import java.util.Optional;
import java.util.Set;

/**
 * Rules beside what a deployment sets otherwise.
 *
 * @param consent channels on which a customer who never said a word has agreed
 * @param model of predictions, instead of the default one
 */
public record AdjustedRules(RuleSource base, Set<String> consent, Optional<PredictionModel> model)
    implements RuleSource {
  @Override
  public String name() {
    return base.name();
  }

  @Override
  public Standing standing() {
    return base.standing();
  }

  @Override
  public RuleSet read(String currency) {
    RuleSet rules = base.read(currency);
    rules = model.map(rules::with).orElse(rules);
    return consent.isEmpty() ? rules : rules.with(rules.policy().assuming(consent));
  }
}
