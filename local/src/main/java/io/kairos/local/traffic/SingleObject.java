package io.kairos.local.traffic;

import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.OrderEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecordBase;

/** Avro single-object encoding of the input topics' records. */
public final class SingleObject {
  private SingleObject() {}

  /**
   * The bytes of a record.
   *
   * @throws IllegalArgumentException for a record of any topic that is no input
   */
  public static byte[] encode(SpecificRecordBase record) {
    try {
      ByteBuffer buffer = encoded(record);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private static ByteBuffer encoded(SpecificRecordBase record) throws IOException {
    if (record instanceof ClickstreamEvent click) {
      return ClickstreamEvent.getEncoder().encode(click);
    } else if (record instanceof CartEvent cart) {
      return CartEvent.getEncoder().encode(cart);
    } else if (record instanceof OrderEvent order) {
      return OrderEvent.getEncoder().encode(order);
    } else if (record instanceof CustomerEvent customer) {
      return CustomerEvent.getEncoder().encode(customer);
    }
    throw new IllegalArgumentException("no input record: " + record.getClass().getName());
  }
}
