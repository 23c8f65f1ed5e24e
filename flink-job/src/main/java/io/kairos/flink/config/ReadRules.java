package io.kairos.flink.config;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;
import io.kairos.flink.config.KairosConfig.Decisions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rules as they were read. To compile their conditions takes tens of milliseconds, and every
 * subtask of a task manager asks for the same ones; they never change once read.
 */
final class ReadRules {
  private static final int MOST = 8;
  private static final Map<Decisions, RuleSet> READ = new ConcurrentHashMap<>();

  private ReadRules() {}

  static RuleSet of(Decisions decisions) {
    RuleSet known = READ.get(decisions);
    if (known != null) {
      return known;
    }
    RuleSet rules = read(decisions);
    if (READ.size() >= MOST) {
      READ.clear();
    }
    READ.put(decisions, rules);
    return rules;
  }

  private static RuleSet read(Decisions decisions) {
    RuleSet rules =
        decisions.rulesYaml() == null
            ? RuleFile.defaults(decisions.currency())
            : RuleFile.parse(decisions.rulesYaml(), decisions.currency());
    rules =
        decisions.modelYaml() == null ? rules : rules.with(ModelFile.parse(decisions.modelYaml()));
    return decisions.assumedConsent().isEmpty()
        ? rules
        : rules.with(rules.policy().assuming(Set.copyOf(decisions.assumedConsent())));
  }
}
