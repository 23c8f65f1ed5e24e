package io.kairos.local.doctor;

import io.kairos.engine.rule.RuleSet;
import io.kairos.flink.config.KairosConfig;
import io.kairos.local.backtest.HistoryNeed;
import java.util.Optional;

/**
 * What the job is told.
 *
 * @param rules those of its rule file
 * @param need how far back the rule looks that looks furthest; empty if none looks back
 * @param commands what an administrator would type at these brokers
 */
record Setup(KairosConfig config, RuleSet rules, Optional<HistoryNeed> need, Commands commands) {

  static Setup of(KairosConfig config) {
    RuleSet rules = config.decisions().rules();
    return new Setup(config, rules, HistoryNeed.longest(rules), Commands.of(config));
  }

  String prefix() {
    return config.topicPrefix();
  }
}
