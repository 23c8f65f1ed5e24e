package io.kairos.torture.oracle;

import java.util.Comparator;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * An event of a customer.
 *
 * @param late whether it arrived too long after its time
 * @param record as it was written
 */
record Happening(
    InputTopic topic, Label label, Moments moments, boolean late, SpecificRecordBase record) {
  /** The documented order of a customer's events. */
  static final Comparator<Happening> ORDER =
      Comparator.comparingLong(Happening::positionMillis)
          .thenComparingLong(Happening::timeMillis)
          .thenComparing(Happening::topic)
          .thenComparingLong(h -> h.label().sequence())
          .thenComparing(h -> h.label().eventId());

  /**
   * What tells it from others.
   *
   * @param sequence 0 where none was given
   */
  record Label(String customerId, String eventId, long sequence) {}

  /**
   * Both in epoch milliseconds.
   *
   * @param timeMillis when the collector received it
   * @param arrivalMillis when the log took it
   */
  record Moments(long timeMillis, long arrivalMillis) {}

  String eventId() {
    return label.eventId();
  }

  long timeMillis() {
    return moments.timeMillis();
  }

  /** Where it stands among the customer's events, epoch milliseconds. */
  long positionMillis() {
    return late ? moments.arrivalMillis() : moments.timeMillis();
  }
}
