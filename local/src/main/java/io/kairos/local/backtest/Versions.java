package io.kairos.local.backtest;

import io.kairos.engine.rule.RuleSet;
import java.util.Optional;

/**
 * The rules that are tried.
 *
 * @param rules what is tried
 * @param baseline what it is compared with, over the same events; nothing for no comparison
 */
public record Versions(RuleSet rules, Optional<RuleSet> baseline) {

  /** Rules that are compared with nothing. */
  public static Versions of(RuleSet rules) {
    return new Versions(rules, Optional.empty());
  }
}
