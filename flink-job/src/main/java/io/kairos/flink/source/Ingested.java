package io.kairos.flink.source;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Origin;
import io.kairos.flink.state.Envelope;
import io.kairos.wire.DeadLetter;

/**
 * What became of one input record at the source.
 *
 * @param kind what it was
 * @param arrivalMillis append time of the log, epoch milliseconds; moves the partition's watermark
 * @param envelope the cleaned event; null if it was refused
 * @param reason why it was refused; null if it was not
 * @param deadLetter the record untouched; null unless its reason sends it there
 */
public record Ingested(
    Kind kind,
    long arrivalMillis,
    Envelope envelope,
    RejectionReason reason,
    DeadLetter deadLetter) {

  /**
   * @param name {@link EventName#UNKNOWN} where the record could not be read
   * @param late whether it came later than the lateness bound allows
   */
  public record Kind(Origin origin, EventName name, boolean late) {}

  /** Flink's timestamp: the event's place in its customer's order. */
  public long positionMillis() {
    return envelope == null ? arrivalMillis : envelope.positionMillis();
  }
}
