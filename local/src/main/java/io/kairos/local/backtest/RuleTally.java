package io.kairos.local.backtest;

import io.kairos.engine.delivery.Decision;
import io.kairos.engine.delivery.Fate;
import io.kairos.engine.trigger.Trigger;
import java.time.LocalDate;
import java.util.TreeMap;

/** Counts what one rule, or all of them together, did. */
final class RuleTally {
  private final FateTally fates = new FateTally();
  private final TreeMap<Integer, Long> days = new TreeMap<>();
  private final Examples examples = new Examples();
  private Reach reach = new Reach(0, 0, 0, 0, 0);

  /** A candidate's fate, on a day since 1970-01-01. */
  void decided(Decision decision, int day) {
    fates.add(decision);
    if (decision.fate() == Fate.SENT) {
      days.merge(day, 1L, Long::sum);
    }
  }

  void sent(Trigger trigger) {
    examples.add(trigger);
  }

  void waiting(long steps) {
    fates.waiting(steps);
  }

  /** One more customer. */
  void reached(CustomerReach customer) {
    reach = reach.plus(customer.reach());
  }

  void add(RuleTally other) {
    fates.add(other.fates);
    other.days.forEach((day, count) -> days.merge(day, count, Long::sum));
    examples.add(other.examples);
    reach = reach.plus(other.reach);
  }

  RuleFigures figures(String rule) {
    TreeMap<LocalDate, Long> dates = new TreeMap<>();
    days.forEach((day, count) -> dates.put(LocalDate.ofEpochDay(day), count));
    return new RuleFigures(rule, fates.fates(), reach, dates, examples.all());
  }
}
