package io.kairos.engine.rule;

import java.util.Map;

/**
 * The rules at an instant, and the versions under which older runs end.
 *
 * @param current by id
 * @param past every version that ever was
 * @param stopped whether the kill switch is on: no rule begins anything, nothing goes out
 */
public record RuleBook(Map<String, Rule> current, Versions past, boolean stopped) {

  /** Rules by id and version. */
  public interface Versions {
    /** None but the current ones. */
    Versions NONE = (id, version) -> null;

    /** The rule; null where it is not known. */
    Rule of(String id, int version);
  }

  /** Rules that were never any other. */
  static RuleBook of(Map<String, Rule> rules) {
    return new RuleBook(Map.copyOf(rules), Versions.NONE, false);
  }

  /** The rule under which a run ends; null where it is no longer known. */
  public Rule of(Run run) {
    Rule known = past.of(run.rule(), run.version());
    return known != null ? known : current.get(run.rule());
  }

  /** What the rule of a run may do now. */
  public Status statusOf(Run run) {
    Rule now = current.get(run.rule());
    return now == null ? Status.WITHDRAWN : statusNow(now);
  }

  /** What a current rule may do now: nothing while the kill switch is on. */
  public Status statusNow(Rule rule) {
    Status status = rule.life().status();
    return stopped && status != Status.WITHDRAWN ? Status.PAUSED : status;
  }
}
