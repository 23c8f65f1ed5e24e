package io.kairos.torture.check;

import io.kairos.torture.oracle.ExpectedTrigger;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A trigger that is not as it must be.
 *
 * @param eventTimeMillis the release in event time
 * @param expected as text; null if nothing was expected
 * @param seen as text; null if nothing was seen
 */
public record Difference(
    String id, String rule, long eventTimeMillis, String expected, String seen) {

  static Difference missing(ExpectedTrigger trigger) {
    return new Difference(
        trigger.id(),
        trigger.rule(),
        trigger.eventTimeMillis(),
        trigger.trigger().toString(),
        null);
  }

  static Difference unexpected(Sighting sighting) {
    return new Difference(
        sighting.id(), sighting.rule(), sighting.eventTimeMillis(), null, text(sighting));
  }

  static Difference between(ExpectedTrigger trigger, Sighting sighting) {
    return new Difference(
        trigger.id(),
        trigger.rule(),
        trigger.eventTimeMillis(),
        trigger.trigger().toString(),
        text(sighting));
  }

  private static String text(Sighting sighting) {
    try {
      return "%s (at %s, %d times)"
          .formatted(
              Trigger.getDecoder().decode(sighting.value()), sighting.place(), sighting.times());
    } catch (IOException impossible) {
      // It was decoded when it was seen.
      throw new UncheckedIOException(impossible);
    }
  }
}
