package io.kairos.local.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that happened in a story, by time; events before what came of them. */
record Timeline(StoryResult result) {

  private record Moment(long millis, String text) {}

  List<String> lines() {
    List<Moment> moments = new ArrayList<>();
    Outcome outcome = result.outcome();
    for (Given given : result.story().given()) {
      moments.add(new Moment(given.event().positionMillis(), "  " + given.said()));
    }
    outcome.triggers().forEach(t -> moments.add(new Moment(t.getEventTime(), said(t))));
    outcome
        .stopped()
        .forEach(d -> moments.add(new Moment(d.getDecidedAt(), "x " + outcome.words(d))));
    return moments.stream()
        .sorted(Comparator.comparingLong(Moment::millis))
        .map(moment -> outcome.times().of(moment.millis()) + "  " + moment.text())
        .toList();
  }

  private static String said(io.kairos.wire.Trigger trigger) {
    return "> " + Outcome.words(trigger) + ". " + trigger.getReason();
  }
}
