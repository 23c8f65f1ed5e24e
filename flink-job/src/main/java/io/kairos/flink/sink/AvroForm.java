package io.kairos.flink.sink;

import io.kairos.wire.TopicSchemas;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Avro, single-object encoding. */
final class AvroForm<T extends SpecificRecord> implements ValueForm<T> {
  private static final long serialVersionUID = 1L;

  private final Topics topic;
  private transient MessageEncoder<T> encoder;

  AvroForm(Topics topic) {
    this.topic = topic;
  }

  @Override
  public void open() {
    encoder = new BinaryMessageEncoder<>(SpecificData.get(), TopicSchemas.of(topic));
  }

  @Override
  public byte[] bytes(T record) {
    try {
      return encoder.encode(record).array();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }
}
