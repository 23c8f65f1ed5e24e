package io.kairos.torture.oracle;

import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.OrderEvent;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecordBase;

/** The topics with customers' events, in the order in which ties of time are broken. */
enum InputTopic {
  CUSTOMERS(CustomerEvent.getDecoder()::decode),
  CLICKSTREAM(ClickstreamEvent.getDecoder()::decode),
  CART(CartEvent.getDecoder()::decode),
  ORDERS(OrderEvent.getDecoder()::decode);

  private final Decoding decoding;

  InputTopic(Decoding decoding) {
    this.decoding = decoding;
  }

  static InputTopic of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** The record of single-object bytes; empty for any other bytes. */
  Optional<SpecificRecordBase> read(byte[] value) {
    try {
      return Optional.of(decoding.decode(value));
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException unreadable) {
      return Optional.empty();
    }
  }

  private interface Decoding {
    SpecificRecordBase decode(byte[] value) throws IOException;
  }
}
