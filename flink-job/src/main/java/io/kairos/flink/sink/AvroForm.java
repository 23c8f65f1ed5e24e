package io.kairos.flink.sink;

import io.kairos.wire.RecordEncoder;
import io.kairos.wire.TopicSchemas;
import io.kairos.wire.Topics;
import org.apache.avro.specific.SpecificRecordBase;

/** Avro, single-object encoding. */
final class AvroForm<T extends SpecificRecordBase> implements ValueForm<T> {
  private static final long serialVersionUID = 1L;

  private final Topics topic;
  private transient RecordEncoder encoder;

  AvroForm(Topics topic) {
    this.topic = topic;
  }

  @Override
  public void open() {
    encoder = RecordEncoder.singleObject(TopicSchemas.of(topic));
  }

  @Override
  public byte[] bytes(T record) {
    return encoder.encode(record);
  }
}
