package io.kairos.torture.traffic;

import io.kairos.wire.Topics;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * An event of the plan.
 *
 * @param dueMillis when it is sent, after the beginning of the traffic
 * @param timeMillis its own time, after the beginning of the traffic; earlier if the event is late
 * @param recording makes its record
 */
record PlannedEvent(
    long dueMillis, long timeMillis, Topics topic, String customerId, Recording recording) {

  /** Makes a record once the event's time is known. */
  interface Recording {
    /**
     * The record.
     *
     * @param timeMillis event time, epoch milliseconds
     */
    SpecificRecordBase at(long timeMillis);
  }

  /** The same event, sent once more later. */
  PlannedEvent again(long laterMillis) {
    return new PlannedEvent(dueMillis + laterMillis, timeMillis, topic, customerId, recording);
  }
}
