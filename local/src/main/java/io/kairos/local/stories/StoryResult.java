package io.kairos.local.stories;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a story came out.
 *
 * @param failures the lines that did not come true; empty where all did
 */
record StoryResult(Story story, Outcome outcome, List<Failure> failures) {

  static StoryResult of(Story story, Outcome outcome, Map<Event, RejectionReason> refused) {
    List<Failure> failures = new ArrayList<>();
    for (Given given : story.given()) {
      if (refused.containsKey(given.event())) {
        failures.add(refusal(given, refused.get(given.event()), story.times()));
      }
    }
    story.expected().stream()
        .map(expected -> expected.failure(outcome))
        .flatMap(Optional::stream)
        .forEach(failures::add);
    return new StoryResult(story, outcome, List.copyOf(failures));
  }

  private static Failure refusal(Given given, RejectionReason reason, TimeWriter times) {
    String line = times.of(given.event().timeMillis()) + "  " + given.said();
    return new Failure(given.place(), line, List.of("Kairos does not apply this event: " + reason));
  }

  boolean passed() {
    return failures.isEmpty();
  }
}
