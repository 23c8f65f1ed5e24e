package io.kairos.engine.rule;

import io.kairos.engine.event.EventName;
import java.util.Set;

/** What begins a run of a rule. */
public sealed interface Start {

  /** One of these events. */
  record OnEvent(Set<EventName> names) implements Start {}

  /**
   * The customer has been inactive so long: {@code becomes: activity.idleDays >= n}. The instant is
   * solved for, not polled.
   *
   * @param millis above 0
   */
  record Silence(long millis) implements Start {}
}
