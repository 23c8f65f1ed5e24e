package io.kairos.local.explain;

import io.kairos.engine.event.Event;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One instant of a story.
 *
 * @param atMillis epoch milliseconds
 * @param zone the customer's by then
 * @param events those of that instant; none where time alone did something
 * @param happenings what came of it
 * @param open the runs that are open after it
 */
record Chapter(
    long atMillis, ZoneId zone, List<Event> events, List<Happening> happenings, Set<RunName> open) {

  /** Whether there is nothing in it but events. */
  boolean isUneventful() {
    return happenings.isEmpty();
  }

  Chapter with(List<Happening> others) {
    return new Chapter(atMillis, zone, events, List.copyOf(others), open);
  }

  /** The same, with one thing more. */
  Chapter plus(Happening happening) {
    List<Happening> more = new ArrayList<>(happenings);
    more.add(happening);
    return with(more);
  }
}
