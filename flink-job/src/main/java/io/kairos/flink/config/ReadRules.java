package io.kairos.flink.config;

import io.kairos.engine.predict.ModelFile;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleHistory;
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
  private static final Map<Decisions, RuleHistory> READ = new ConcurrentHashMap<>();

  private ReadRules() {}

  static RuleHistory of(Decisions decisions) {
    RuleHistory known = READ.get(decisions);
    if (known != null) {
      return known;
    }
    RuleHistory rules = read(decisions);
    if (READ.size() >= MOST) {
      READ.clear();
    }
    READ.put(decisions, rules);
    return rules;
  }

  private static RuleHistory read(Decisions decisions) {
    return RuleHistory.of(
        decisions.rulesYaml() == null ? RuleFile.defaultText() : decisions.rulesYaml(),
        decisions.modelYaml() == null
            ? ModelFile.defaults()
            : ModelFile.parse(decisions.modelYaml()),
        decisions.currency(),
        Set.copyOf(decisions.assumedConsent()));
  }
}
