package io.kairos.flink.registry;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.wire.RecordEncoder;
import io.kairos.wire.Topics;
import org.apache.avro.specific.SpecificRecordBase;

/** Writes one topic's records in the Confluent wire format. */
public final class FrameEncoder {
  private final RecordEncoder encoder;

  private FrameEncoder(int id) {
    this.encoder = new RecordEncoder(Frame.of(id));
  }

  /**
   * Asks the registry for the schema's id.
   *
   * @throws RegistryRefusal if it has none
   * @throws RegistryUnavailable if it does not answer
   */
  public static FrameEncoder of(RegistryConfig config, String topicPrefix, Topics topic) {
    return new FrameEncoder(new OwnSchemas(config, topicPrefix).id(topic));
  }

  /** The bytes of a record. */
  public byte[] encode(SpecificRecordBase record) {
    return encoder.encode(record);
  }
}
