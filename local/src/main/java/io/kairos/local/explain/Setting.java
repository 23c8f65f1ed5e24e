package io.kairos.local.explain;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.trigger.Amounts;

/**
 * The shop and the rules that a story is told by.
 *
 * @param source where the rules came from
 */
record Setting(Shop shop, RuleSource source, RuleSet rules) {
  /** Publishing decides nothing, so that a story can do with few of it. */
  private static final long PUBLISH_EVERY_MILLIS = 24 * 60 * 60 * 1000L;

  static Setting of(Shop shop, RuleSource source) {
    return new Setting(shop, source, source.read(shop.currency()));
  }

  CustomerEngine engine() {
    return new CustomerEngine(rules, shop, PUBLISH_EVERY_MILLIS);
  }

  Amounts amounts() {
    return new Amounts(shop.currency());
  }

  boolean isDraft() {
    return source.standing() == RuleSource.Standing.DRAFT;
  }
}
