package io.kairos.flink.state;

import io.kairos.engine.event.Origin;

/**
 * A cleaned event on its way to its customer, and while it waits there for the watermark: its place
 * in the order, and the record as it came, so that a release with a later schema still reads it.
 *
 * @param key the customer
 * @param origin the topic that it came from, which says how to read it
 * @param positionMillis its place in the customer's order, epoch milliseconds
 * @param arrivalMillis append time of the log, epoch milliseconds
 * @param record the Avro record in single-object encoding
 */
public record Envelope(
    CustomerKey key, Origin origin, long positionMillis, long arrivalMillis, byte[] record) {
  /** What an envelope takes on the heap beside its record, roughly. */
  private static final int OVERHEAD_BYTES = 120;

  /** What it takes on the heap, in bytes, roughly. */
  public int heapBytes() {
    return record.length + OVERHEAD_BYTES;
  }
}
