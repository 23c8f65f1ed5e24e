package io.kairos.torture.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule as it is written. */
record WrittenRule(String id, Manner manner, Start start, Course course, List<Step> steps) {
  /** Of {@code again}: the next message for the same key never comes. */
  static final long NEVER = Long.MAX_VALUE / 4;

  /** The names that its conditions and values ask for after the start. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    course.when().forEach(demand -> names.addAll(demand.names()));
    for (Step step : steps) {
      step.when().forEach(demand -> names.addAll(demand.names()));
      for (Case written : step.cases()) {
        names.addAll(written.data().values());
        names.addAll(written.condition() == null ? Set.of() : written.condition().names());
      }
    }
    return names;
  }

  /**
   * How it speaks.
   *
   * @param service false for marketing
   * @param againMillis how long its next run for the same key is held off; 0 for not at all
   */
  record Manner(boolean service, int priority, long againMillis) {}

  /**
   * What begins a run; either events or a condition.
   *
   * @param becomes null for events
   * @param where null for always
   * @param following null for no sequence
   */
  record Start(Set<EventName> events, Demand becomes, Demand where, Following following, Per per) {}

  /** One of these events must have come, at most so long before the start. */
  record Following(Set<EventName> events, long withinMillis) {}

  /** What moves a run, what ends it, and what must hold at each release. */
  record Course(Set<EventName> restart, Set<EventName> unless, List<Demand> when) {}

  /**
   * One message of a run.
   *
   * @param id empty for the only one
   */
  record Step(String id, long afterMillis, long idleMillis, List<Demand> when, List<Case> cases) {}

  /**
   * One way in which a message goes out.
   *
   * @param condition null for always
   * @param offer null for none
   * @param data the name asked for, by the name in the message
   */
  record Case(
      Demand condition,
      List<String> channels,
      String template,
      String offer,
      Map<String, String> data,
      long validForMillis) {}
}
