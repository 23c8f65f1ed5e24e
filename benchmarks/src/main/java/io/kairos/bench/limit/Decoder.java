package io.kairos.bench.limit;

import io.kairos.bench.contract.RunOptions;
import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records by the classes that Avro generates. */
final class Decoder {
  private final String clicks;
  private final String carts;

  Decoder(RunOptions options) {
    this.clicks = options.clicks();
    this.carts = options.carts();
  }

  SpecificRecord decode(ConsumerRecord<byte[], byte[]> record) throws IOException {
    if (record.topic().equals(clicks)) {
      return ClickstreamEvent.getDecoder().decode(record.value());
    } else if (record.topic().equals(carts)) {
      return CartEvent.getDecoder().decode(record.value());
    }
    return OrderEvent.getDecoder().decode(record.value());
  }
}
