package io.kairos.engine.fact;

import io.kairos.engine.condition.Comparison;
import io.kairos.engine.condition.Motion;

/** Days since the last purchase day: one more at each of the customer's turns of the day. */
final class RecencyDays implements Motion<Facts> {
  private static final double MOST = 100_000;

  @Override
  public long changes(Facts facts) {
    return facts.everBought() ? facts.calendar().leaves(facts.firstDay(1), 1) : NEVER;
  }

  @Override
  public long appears(Facts facts) {
    return NEVER;
  }

  /** The comparison comes out otherwise only where the limit, or the day after it, is reached. */
  @Override
  public long flips(Facts facts, Comparison comparison, double limit) {
    if (!facts.everBought() || !(Math.abs(limit) < MOST)) {
      return NEVER;
    }
    int last = facts.profile().spending().days().lastDay();
    for (int days = (int) Math.floor(limit); days <= (int) Math.floor(limit) + 1; days++) {
      long at = facts.calendar().leaves(last, days);
      if (at > facts.nowMillis()) {
        return at;
      }
    }
    return NEVER;
  }
}
