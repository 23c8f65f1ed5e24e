package io.kairos.flink.registry;

import io.kairos.wire.AvroLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.RawMessageDecoder;

/** For all other schemas: decodes by the writer's, and encodes by this release's. */
final class Converted implements Rewriting {
  static {
    AvroLimits.set();
  }

  private final RawMessageDecoder<Object> decoder;
  private final BinaryMessageEncoder<Object> encoder;

  Converted(Schema writer, Schema current) {
    this.decoder = new RawMessageDecoder<>(GenericData.get(), writer, current);
    this.encoder = new BinaryMessageEncoder<>(GenericData.get(), current, true);
  }

  @Override
  public byte[] of(byte[] record) throws RefusedFrame {
    try {
      ByteArrayInputStream body =
          new ByteArrayInputStream(record, Frame.BYTES, record.length - Frame.BYTES);
      return encoder.encode(decoder.decode(body, null)).array();
    } catch (IOException | RuntimeException unreadable) {
      throw RefusedFrame.unreadable(unreadable.toString());
    }
  }
}
