package io.kairos.bench.peer;

import io.kairos.bench.shop.EventReader;
import io.kairos.bench.shop.ShopEvent;
import java.io.IOException;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;

/** Reads the values of one topic. */
final class EventSchema extends AbstractDeserializationSchema<ShopEvent> {
  private static final long serialVersionUID = 1;

  private final EventReader reader;

  EventSchema(EventReader reader) {
    super(ShopEvent.class);
    this.reader = reader;
  }

  @Override
  public ShopEvent deserialize(byte[] value) throws IOException {
    return reader.read(value);
  }
}
