package io.kairos.local.explain;

import io.kairos.engine.rule.RuleHistory;
import io.kairos.local.CommandError;

/**
 * The rules that a deployment decides by.
 *
 * @param base the rule file that it was started with
 * @param published what was put on top since
 */
public record DeployedRules(Base base, PublishedRules published, Adjustment adjustment)
    implements RuleSource {

  /** A rule file, and what a page calls its rules. */
  public record Base(String name, String yaml) {}

  @Override
  public String name() {
    int changes = published.size();
    return changes == 0
        ? base.name()
        : "%s and %d %s published since"
            .formatted(base.name(), changes, changes == 1 ? "version" : "versions");
  }

  @Override
  public Standing standing() {
    return Standing.DEPLOYED;
  }

  @Override
  public RuleHistory read(String currency) {
    try {
      RuleHistory history = adjustment.of(base.yaml(), currency);
      published.putOn(history);
      return history;
    } catch (IllegalArgumentException wrong) {
      throw new CommandError("%s are wrong: %s".formatted(base.name(), wrong.getMessage()), wrong);
    }
  }
}
