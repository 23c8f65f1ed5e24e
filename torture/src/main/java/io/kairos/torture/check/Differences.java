package io.kairos.torture.check;

import io.kairos.torture.oracle.ExpectedTrigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The triggers of one kind that are not as they must be. What was expected and seen is told of the
 * first 200: where all is wrong, the rest would not fit in memory.
 */
final class Differences {
  static final int TOLD = 200;

  private static final String UNTOLD = "not told, as one of more than " + TOLD;

  private final Recall recall;
  private final List<Difference> found = new ArrayList<>();

  Differences(Recall recall) {
    this.recall = recall;
  }

  void missing(ExpectedTrigger trigger) {
    String expected = isTold() ? trigger.trigger().toString() : UNTOLD;
    found.add(
        new Difference(trigger.id(), trigger.rule(), trigger.eventTimeMillis(), expected, null));
  }

  void unexpected(Sighting sighting) {
    add(sighting, null);
  }

  void between(ExpectedTrigger trigger, Sighting sighting) {
    add(sighting, isTold() ? trigger.trigger().toString() : UNTOLD);
  }

  void flawed(Sighting sighting) {
    add(sighting, sighting.tally().flaw().demand());
  }

  private void add(Sighting sighting, String expected) {
    String seen = isTold() ? text(sighting) : UNTOLD;
    Sighting.About about = sighting.about();
    found.add(new Difference(sighting.id(), about.rule(), about.eventTimeMillis(), expected, seen));
  }

  private boolean isTold() {
    return found.size() < TOLD;
  }

  private String text(Sighting sighting) {
    return "%s (at %s, %d times)"
        .formatted(recall.text(sighting.place()), sighting.place(), sighting.tally().times());
  }

  /** By event time. */
  List<Difference> sorted() {
    return found.stream().sorted(Comparator.comparingLong(Difference::eventTimeMillis)).toList();
  }
}
