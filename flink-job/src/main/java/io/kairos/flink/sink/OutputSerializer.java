package io.kairos.flink.sink;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What an operator says, as a Kafka record.
 *
 * @param key of it, as text
 * @param record of it; null for a tombstone
 */
record OutputSerializer<T, R extends SpecificRecord>(
    String topic, Part<T, String> key, Part<T, R> record, ValueForm<R> form)
    implements KafkaRecordSerializationSchema<T> {

  /** Something in what an operator says. */
  interface Part<T, P> extends Function<T, P>, Serializable {}

  @Override
  public void open(InitializationContext context, KafkaSinkContext sink) {
    form.open();
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(T said, KafkaSinkContext sink, Long timestamp) {
    R value = record.apply(said);
    return new ProducerRecord<>(
        topic,
        key.apply(said).getBytes(StandardCharsets.UTF_8),
        value == null ? null : form.bytes(value));
  }
}
