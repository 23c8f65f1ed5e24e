package io.kairos.flink.sink;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.flink.registry.FrameEncoder;
import io.kairos.wire.Topics;
import org.apache.avro.specific.SpecificRecordBase;

/** The Confluent wire format, by the id that the schema has at the registry. */
final class RegistryForm<T extends SpecificRecordBase> implements ValueForm<T> {
  private static final long serialVersionUID = 1L;

  private final RegistryConfig registry;
  private final String topicPrefix;
  private final Topics topic;
  private transient FrameEncoder encoder;

  RegistryForm(RegistryConfig registry, String topicPrefix, Topics topic) {
    this.registry = registry;
    this.topicPrefix = topicPrefix;
    this.topic = topic;
  }

  @Override
  public void open() {
    encoder = FrameEncoder.of(registry, topicPrefix, topic);
  }

  @Override
  public byte[] bytes(T record) {
    return encoder.encode(record);
  }
}
