package io.kairos.local.backtest;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.rule.RuleSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a rule file did to some customers. Used by one thread, then added to those of others. */
final class Findings {
  private final Map<String, RuleTally> rules = new TreeMap<>();
  private final Map<String, DifferenceTally> differences = new TreeMap<>();
  private final Map<RejectionReason, Long> refused = new EnumMap<>(RejectionReason.class);
  private final RuleTally all = new RuleTally();
  private long customers;

  /** Nothing yet of any rule. */
  static Findings of(RuleSet set) {
    Findings findings = new Findings();
    set.rules().keySet().forEach(findings::rule);
    set.rules().keySet().forEach(findings::difference);
    return findings;
  }

  RuleTally rule(String id) {
    return rules.computeIfAbsent(id, unheard -> new RuleTally());
  }

  /** Against the baseline, whose rules may be others. */
  DifferenceTally difference(String id) {
    return differences.computeIfAbsent(id, unheard -> new DifferenceTally());
  }

  /** All rules together. */
  RuleTally all() {
    return all;
  }

  void customer() {
    customers++;
  }

  void refused(RejectionReason reason) {
    refused.merge(reason, 1L, Long::sum);
  }

  void add(Findings other) {
    other.rules.forEach((id, tally) -> rule(id).add(tally));
    other.differences.forEach((id, tally) -> difference(id).add(tally));
    other.refused.forEach((reason, count) -> refused.merge(reason, count, Long::sum));
    all.add(other.all);
    customers += other.customers;
  }

  long customers() {
    return customers;
  }

  Map<RejectionReason, Long> refused() {
    return refused;
  }

  /** Of each rule, by id. */
  List<RuleFigures> figures() {
    return rules.entrySet().stream().map(rule -> rule.getValue().figures(rule.getKey())).toList();
  }

  /** Against the baseline, of each rule of either by id. */
  Map<String, Difference> differences() {
    Map<String, Difference> found = new TreeMap<>();
    differences.forEach((id, tally) -> found.put(id, tally.difference()));
    return found;
  }
}
