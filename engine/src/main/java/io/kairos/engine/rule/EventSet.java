package io.kairos.engine.rule;

import io.kairos.engine.event.Click;
import io.kairos.engine.event.EventName;
import io.kairos.engine.profile.Occurrence;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events that a rule names.
 *
 * @param custom names of the shop's own custom events
 */
public record EventSet(Set<EventName> names, Set<String> custom) {
  static final EventSet NONE = new EventSet(Set.of(), Set.of());

  static EventSet of(EventName... names) {
    return new EventSet(Set.of(names), Set.of());
  }

  boolean isEmpty() {
    return names.isEmpty() && custom.isEmpty();
  }

  /** Their names, as a sentence has them. */
  public String words() {
    return Stream.concat(names.stream().map(EventName::label), custom.stream())
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  /** Whether something that occurred is one of them. */
  public boolean has(Occurrence occurrence) {
    return names.contains(occurrence.name())
        || !custom.isEmpty()
            && occurrence.event() instanceof Click click
            && click.content().custom() != null
            && custom.contains(click.content().custom());
  }

  /** The names of events that can be one of them. */
  Set<EventName> possible() {
    Set<EventName> possible = EnumSet.noneOf(EventName.class);
    possible.addAll(names);
    if (!custom.isEmpty()) {
      possible.add(EventName.CUSTOM);
    }
    return possible;
  }
}
