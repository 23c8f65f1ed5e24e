package io.kairos.torture.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A rule file as the reference reads it.
 *
 * @param tiers in rising order
 */
record WrittenRules(List<WrittenRule> rules, List<Tier> tiers, Policy policy) {

  /** A tier, and what a customer of it spends. */
  record Tier(String id, BigDecimal monthlyAverage, int orders) {}

  /** What holds for every message. */
  record Policy(Set<String> consentNeeded, long cancelForMillis, List<Cap> caps, long gapMillis) {}

  /**
   * At most so many messages of marketing in any window of a length.
   *
   * @param channel null for all together
   */
  record Cap(String channel, int most, long withinMillis) {}
}
