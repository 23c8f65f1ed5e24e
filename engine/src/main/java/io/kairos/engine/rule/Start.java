package io.kairos.engine.rule;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.event.EventName;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.pack.Hash;
import io.kairos.engine.profile.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What begins a run of a rule. */
public sealed interface Start {

  /** What the waits of a run are counted from, epoch milliseconds. */
  default long startOf(Run run) {
    return run.anchorMillis();
  }

  /**
   * One of these events.
   *
   * @param where asked about the event when it comes; all must hold
   */
  record OnEvent(Set<EventName> names, List<Condition<Facts>> where) implements Start {

    boolean isBegunBy(Occurrence occurrence, Facts facts) {
      return names.contains(occurrence.name())
          && where.stream().allMatch(c -> c.test(facts.about(occurrence)).holds());
    }
  }

  /**
   * A condition becomes true: {@code becomes}. Where time alone makes it true, the instant is
   * solved for.
   *
   * @param mark tells the rule apart in state
   */
  record Becoming(Condition<Facts> condition, int mark) implements Start {

    static Becoming of(String rule, Condition<Facts> condition) {
      return new Becoming(condition, Hash.of32("becomes", rule));
    }

    /** The run that begins at an instant, epoch milliseconds. */
    Run run(Rule rule, long now) {
      return new Run(rule.id(), rule.version(), "", "@" + Instant.ofEpochMilli(now), now, 0);
    }
  }

  /**
   * The customer has been inactive so long: {@code becomes: activity.idleDays >= n}. The instant is
   * solved for, not polled.
   *
   * @param millis above 0
   */
  record Silence(long millis) implements Start {

    /** When a silence since an instant is long enough, epoch milliseconds. */
    long endsAfter(long lastSeenMillis) {
      return lastSeenMillis + millis;
    }

    @Override
    public long startOf(Run run) {
      return endsAfter(run.anchorMillis());
    }

    /** The run of a silence since an instant. */
    Run run(Rule rule, long lastSeenMillis) {
      String occasion = "@" + Instant.ofEpochMilli(endsAfter(lastSeenMillis));
      return new Run(rule.id(), rule.version(), "", occasion, lastSeenMillis, 0);
    }
  }
}
