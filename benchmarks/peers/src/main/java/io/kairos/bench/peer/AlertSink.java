package io.kairos.bench.peer;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.Arguments;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Alerts as JSON, by customer, at least once. */
final class AlertSink {
  private AlertSink() {}

  static KafkaSink<Alert> of(Arguments arguments) {
    return KafkaSink.<Alert>builder()
        .setBootstrapServers(arguments.bootstrap())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new Records(arguments.triggers()))
        .build();
  }

  private record Records(String topic) implements KafkaRecordSerializationSchema<Alert> {

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        Alert alert, KafkaSinkContext context, Long timestamp) {
      byte[] key = alert.customerId().getBytes(StandardCharsets.UTF_8);
      return new ProducerRecord<>(topic, key, alert.json());
    }
  }
}
