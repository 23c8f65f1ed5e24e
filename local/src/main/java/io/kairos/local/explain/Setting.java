package io.kairos.local.explain;

import io.kairos.engine.CustomerEngine;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.trigger.Amounts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The shop and the rules that a story is told by.
 *
 * @param source where the rules came from
 * @param history the rules, each version at its time
 */
record Setting(Shop shop, RuleSource source, RuleHistory history) {
  /** Publishing decides nothing, so that a story can do with few of it. */
  private static final long PUBLISH_EVERY_MILLIS = 24 * 60 * 60 * 1000L;

  static Setting of(Shop shop, RuleSource source) {
    return new Setting(shop, source, source.read(shop.currency()));
  }

  CustomerEngine engine() {
    return new CustomerEngine(history, shop, PUBLISH_EVERY_MILLIS);
  }

  /** The rules as they are in the end. */
  RuleSet rules() {
    return history.at(Long.MAX_VALUE).set();
  }

  /** The newest version of a rule, withdrawn or not. */
  Optional<Rule> rule(String id) {
    return history.editions().stream()
        .map(edition -> edition.set().rule(id))
        .filter(Objects::nonNull)
        .reduce((older, newer) -> newer);
  }

  /** The ids of all rules that there ever were. */
  List<String> ruleIds() {
    return history.editions().stream()
        .flatMap(edition -> edition.set().rules().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  Amounts amounts() {
    return new Amounts(shop.currency());
  }

  boolean isDraft() {
    return source.standing() == RuleSource.Standing.DRAFT;
  }
}
