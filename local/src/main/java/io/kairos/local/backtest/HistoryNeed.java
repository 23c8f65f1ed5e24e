package io.kairos.local.backtest;

import io.kairos.engine.rule.RuleSet;
import io.kairos.engine.rule.Start;
import io.kairos.local.view.Figures;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far back a rule looks.
 *
 * @param rule its id
 * @param reach how much history it takes before the rule can tell all it asks
 * @param because what of the rule looks so far back, as it is written
 */
public record HistoryNeed(String rule, Duration reach, String because) {

  /** The rules that look further back than an input does. */
  static List<HistoryNeed> beyond(RuleSet rules, Duration history) {
    return rules.rules().values().stream()
        .flatMap(rule -> new HistoryReach(rules).of(rule).stream())
        .filter(need -> need.reach().compareTo(history) > 0)
        .sorted(Comparator.comparing(HistoryNeed::rule))
        .toList();
  }

  /**
   * The rule that looks furthest back; empty where none looks back at all. Dates come round however
   * long the history is, so rules that begin on one are left out.
   */
  public static Optional<HistoryNeed> longest(RuleSet rules) {
    return beyond(rules, Duration.ZERO).stream()
        .filter(need -> !(rules.rule(need.rule()).start() instanceof Start.OnDate))
        .max(Comparator.comparing(HistoryNeed::reach));
  }

  /** The duration in the unit that people count it in: days from one day on. */
  public static String text(Duration reach) {
    return reach.toDays() > 0 && reach.toHoursPart() == 0
        ? reach.toDays() + (reach.toDays() == 1 ? " day" : " days")
        : Figures.duration(reach);
  }
}
