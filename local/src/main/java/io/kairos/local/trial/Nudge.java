package io.kairos.local.trial;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.flink.source.WireReader;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;

/** An event that says nothing new of a customer, but makes the rules look. */
final class Nudge {
  private Nudge() {}

  static Event at(long millis, String customerId) {
    CustomerEvent event =
        CustomerEvent.newBuilder()
            .setEventId("kairos-rules-try")
            .setCustomerId(customerId)
            .setTime(millis)
            .setType(CustomerType.UPDATED)
            .build();
    try {
      return new WireReader(0).read(Origin.CUSTOMERS, SingleObject.encode(event), millis);
    } catch (UnreadableRecord impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
