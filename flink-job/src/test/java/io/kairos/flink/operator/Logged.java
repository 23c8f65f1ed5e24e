package io.kairos.flink.operator;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;

/**
 * A record in the log.
 *
 * @param partition numbered over all topics
 * @param arrival append time, epoch milliseconds
 */
record Logged(Origin origin, int partition, long arrival, byte[] record) {

  Event event() {
    try {
      return new WireReader(TestConfig.LATENESS_MILLIS).read(origin, record, arrival);
    } catch (UnreadableRecord impossible) {
      throw new AssertionError(impossible);
    }
  }

  Envelope envelope() {
    Event event = event();
    CustomerKey key = CustomerKey.of("kairos", event.customerId());
    return new Envelope(key, origin, event.positionMillis(), arrival, record);
  }
}
