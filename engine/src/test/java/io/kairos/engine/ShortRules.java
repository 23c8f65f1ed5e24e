package io.kairos.engine;

import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleSet;

/** Rules of one line each under a delivery policy, and the story of a customer under them. */
final class ShortRules {
  static final String ALWAYS = "event: view, per: item, again: always";

  private ShortRules() {}

  static Story under(String policy, String... rules) {
    return Story.under(rules(policy, rules));
  }

  static RuleSet rules(String policy, String... rules) {
    return RuleFile.parse(policy + "\nrules:\n" + String.join("", rules), "CNY");
  }

  static String policy(String... keys) {
    return "delivery:\n  " + String.join("\n  ", keys);
  }

  static String rule(String id, String keys) {
    return rule(id, keys, "push");
  }

  static String rule(String id, String keys, String channel) {
    return "  - {id: %s, %s, send: {channel: %s, template: t}}\n".formatted(id, keys, channel);
  }
}
