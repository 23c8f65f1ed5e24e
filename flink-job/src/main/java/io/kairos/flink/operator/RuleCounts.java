package io.kairos.flink.operator;

import io.kairos.engine.rule.Edition;
import io.kairos.engine.rule.Experiment;
import io.kairos.engine.rule.Rule;
import io.kairos.engine.rule.RuleBook;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.Status;
import io.kairos.flink.metrics.Counted;
import io.kairos.flink.metrics.Tally;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.MetricGroup;

/**
 * What metrics say of the rules in effect: how many there are of each status, and a zero for each
 * message that they can send.
 */
final class RuleCounts {
  /** The variant of a rule without any. */
  private static final String NO_VARIANT = "none";

  private final RuleHistory history;
  private final Tally tally;
  private Edition seen;
  private volatile Map<Status, Integer> byStatus = Map.of();

  RuleCounts(RuleHistory history, Tally tally) {
    this.history = history;
    this.tally = tally;
    at(Long.MIN_VALUE);
  }

  /** The label of a variant; null for none. */
  static String label(String variant) {
    return variant == null ? NO_VARIANT : variant;
  }

  /** Registers how many rules there are; to be done once for all subtasks, who know the same. */
  void show(MetricGroup group) {
    for (Status status : Status.values()) {
      group
          .addGroup("status", status.label())
          .gauge("rules", () -> byStatus.getOrDefault(status, 0));
    }
  }

  /** Time has come to an instant, epoch milliseconds. */
  void at(long millis) {
    Edition edition = history.at(millis);
    if (edition != seen) {
      seen = edition;
      take(edition.set().book());
    }
  }

  private void take(RuleBook book) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (Rule rule : book.current().values()) {
      counts.merge(book.statusNow(rule), 1, Integer::sum);
      announce(rule);
    }
    byStatus = counts;
  }

  private void announce(Rule rule) {
    tally.announce(Counted.HELD, rule.id());
    tally.announce(Counted.CANCELLED, rule.id());
    for (String channel : rule.channels()) {
      Experiment experiment = rule.plan().experiment();
      if (experiment == null || experiment.variants().isEmpty()) {
        tally.announce(Counted.SENT, rule.id(), channel, NO_VARIANT);
      } else {
        for (Experiment.Variant variant : experiment.variants()) {
          tally.announce(Counted.SENT, rule.id(), channel, variant.name().text());
        }
      }
    }
  }
}
