package io.kairos.flink.registry;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.wire.TopicSchemas;
import io.kairos.wire.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Writes one topic's records in the Confluent wire format. */
public final class FrameEncoder {
  private final byte[] frame;
  private final RawMessageEncoder<Object> encoder;

  private FrameEncoder(int id, Schema schema) {
    this.frame = Frame.of(id);
    this.encoder = new RawMessageEncoder<>(SpecificData.get(), schema, false);
  }

  /**
   * Asks the registry for the schema's id.
   *
   * @throws RegistryRefusal if it has none
   * @throws RegistryUnavailable if it does not answer
   */
  public static FrameEncoder of(RegistryConfig config, String topicPrefix, Topics topic) {
    return new FrameEncoder(new OwnSchemas(config, topicPrefix).id(topic), TopicSchemas.of(topic));
  }

  /** The bytes of a record. */
  public byte[] encode(SpecificRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(frame);
    try {
      encoder.encode(record, bytes);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }
}
