package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.profile.CustomerProfile;
import java.util.List;
import java.util.Optional;

/**
 * One message of a rule: when it is due, and what it says.
 *
 * @param name its id, which is kebab-case
 * @param waiting when it is due
 * @param when asked at the release, beside the rule's own; all must hold
 * @param cases what goes out: the first whose condition holds
 */
public record Step(Name name, Wait waiting, List<Condition<Facts>> when, List<Case> cases) {

  /**
   * When a step is due.
   *
   * @param delay counted from the start or the last restart
   * @param idleMillis how long the customer must have been inactive; at least 0
   * @param at the time of day to hold it for
   */
  public record Wait(Delay delay, long idleMillis, TimeOfDay at) {

    /** When the message of a run that began then is due; {@link Long#MAX_VALUE} for never. */
    long releaseOf(long startMillis, Run run, CustomerProfile profile, Times times) {
      long due = delay.of(startMillis, run);
      if (due == Long.MAX_VALUE) {
        return due;
      }
      if (idleMillis > 0) {
        due = Math.max(due, profile.activity().lastSeenMillis() + idleMillis);
      }
      return at.next(due, profile, times);
    }

    /** The wait counted from the start; 0 where it counts back from another instant. */
    public long afterMillis() {
      return delay instanceof Delay.After after ? after.millis() : 0;
    }
  }

  /** Kebab-case; empty for the one step of a rule that names none. */
  public String id() {
    return name.text();
  }

  /** The case whose condition holds first. */
  public Optional<Case> caseOf(Facts facts) {
    for (Case one : cases) {
      if (one.holds(facts)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
