package io.kairos.bench.peer;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.Arguments;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/** Alerts as JSON, by customer, at least once. */
final class AlertSink {
  private AlertSink() {}

  static KafkaSink<Alert> of(Arguments arguments) {
    SerializationSchema<Alert> key = alert -> alert.customerId().getBytes(StandardCharsets.UTF_8);
    return KafkaSink.<Alert>builder()
        .setBootstrapServers(arguments.bootstrap())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(
            KafkaRecordSerializationSchema.<Alert>builder()
                .setTopic(arguments.triggers())
                .setKeySerializationSchema(key)
                .setValueSerializationSchema(Alert::json)
                .build())
        .build();
  }
}
