package io.kairos.local.stories;

import io.kairos.engine.cleaning.Cleaning;
import io.kairos.engine.cleaning.Rejection;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.local.traffic.SingleObject;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/** The way of a record into the engine, as the job takes it: bytes, reading, cleaning. */
final class WireDoor {
  private final WireReader reader =
      new WireReader(KairosOptions.LATENESS.defaultValue().toMillis());
  private final Cleaning cleaning;

  WireDoor(String currency) {
    this.cleaning =
        new Cleaning(currency, KairosOptions.FUTURE_TOLERANCE.defaultValue().toMillis());
  }

  /**
   * The event of a record.
   *
   * @param arrivalMillis append time of the log, epoch milliseconds
   * @throws Mistake if the job would refuse it; the message says why
   */
  Event enter(Origin origin, SpecificRecordBase record, long arrivalMillis, Place place) {
    try {
      Event event = reader.read(origin, SingleObject.encode(record), arrivalMillis);
      Optional<Rejection> rejection = cleaning.check(event);
      if (rejection.isPresent()) {
        Rejection why = rejection.get();
        throw new Mistake(
            place, "Kairos would refuse this event: %s (%s)".formatted(why.reason(), why.detail()));
      }
      return event;
    } catch (UnreadableRecord | RuntimeException unreadable) {
      throw unreadable instanceof Mistake mistake
          ? mistake
          : new Mistake(place, "Kairos could not read this event: " + unreadable.getMessage());
    }
  }
}
