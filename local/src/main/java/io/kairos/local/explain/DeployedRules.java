package io.kairos.local.explain;

import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;

/** The rules that a deployment decides by: the default ones. */
public final class DeployedRules implements RuleSource {
  @Override
  public String name() {
    return "the default rules";
  }

  @Override
  public Standing standing() {
    return Standing.DEPLOYED;
  }

  @Override
  public RuleSet read(String currency) {
    return RuleFile.defaults(currency);
  }
}
