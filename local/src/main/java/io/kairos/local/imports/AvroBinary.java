package io.kairos.local.imports;

import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/** Records of one type as bare Avro binary, one after the other, with no byte read ahead. */
final class AvroBinary<R extends SpecificRecordBase> {
  private final SpecificDatumWriter<R> writer;
  private final SpecificDatumReader<R> reader;
  private BinaryEncoder encoder;

  AvroBinary(Schema schema) {
    writer = new SpecificDatumWriter<>(schema);
    reader = new SpecificDatumReader<>(schema);
  }

  /** Schema of the records of an input topic. */
  static Schema schemaOf(Topics topic) {
    return switch (topic) {
      case CLICKSTREAM -> ClickstreamEvent.getClassSchema();
      case CART -> CartEvent.getClassSchema();
      case ORDERS -> OrderEvent.getClassSchema();
      case CUSTOMERS -> CustomerEvent.getClassSchema();
      default -> throw new IllegalArgumentException(topic + " is no input topic");
    };
  }

  /** Gathers the record first: a write for every byte takes a lock for every byte. */
  void write(R event, OutputStream out) throws IOException {
    encoder = EncoderFactory.get().binaryEncoder(out, encoder);
    writer.write(event, encoder);
    encoder.flush();
  }

  R read(InputStream in) throws IOException {
    return reader.read(null, DecoderFactory.get().directBinaryDecoder(in, null));
  }
}
