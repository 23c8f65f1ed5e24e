package io.kairos.flink.sink;

import io.kairos.wire.Trigger;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A trigger as a Kafka record: with what routes it in clear in the headers. */
final class TriggerSerializer implements KafkaRecordSerializationSchema<Trigger> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final ValueForm<Trigger> form;

  TriggerSerializer(String topic, ValueForm<Trigger> form) {
    this.topic = topic;
    this.form = form;
  }

  @Override
  public void open(InitializationContext context, KafkaSinkContext sink) {
    form.open();
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Trigger trigger, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, utf8(trigger.getCustomerId()), form.bytes(trigger));
    Headers headers = record.headers();
    headers.add("kairos-id", utf8(trigger.getId()));
    headers.add("kairos-kind", utf8(trigger.getKind().name()));
    headers.add("kairos-rule", utf8(trigger.getRule()));
    headers.add("kairos-channel", utf8(trigger.getChannel()));
    headers.add("kairos-mode", utf8(trigger.getMode().name()));
    return record;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
