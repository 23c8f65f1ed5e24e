package io.kairos.engine.rule;

import java.util.List;

/**
 * All rules as they are from one change to the next.
 *
 * @param fromMillis first instant, epoch milliseconds; {@link Long#MIN_VALUE} for the first edition
 * @param resumedMillis when the kill switch was last turned off, epoch milliseconds; {@link
 *     Long#MIN_VALUE} for never
 */
public record Edition(long fromMillis, RuleSet set, long resumedMillis) {

  static Edition first(RuleSet set) {
    return new Edition(Long.MIN_VALUE, set, Long.MIN_VALUE);
  }

  /** The one after it. */
  Edition then(long millis, RuleSet next) {
    boolean resumes = set.book().stopped() && !next.book().stopped();
    return new Edition(millis, next, resumes ? millis : resumedMillis);
  }

  /** The current rules, each in effect no earlier than the last end of the kill switch. */
  List<Rule> rules() {
    return set.rules().values().stream().map(rule -> rule.from(resumedMillis)).toList();
  }
}
