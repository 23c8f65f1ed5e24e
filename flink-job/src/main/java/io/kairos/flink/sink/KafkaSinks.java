package io.kairos.flink.sink;

import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.operator.ProfileUpdate;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.Decision;
import io.kairos.wire.Profile;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.avro.message.MessageEncoder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The output topics. At least once, with ids that repeat: a receiver that discards known ids sees
 * each trigger once; the other outputs are idempotent by key.
 */
public final class KafkaSinks {
  /** More than any topic takes: what a topic takes is for its own setting to say. */
  private static final int LARGEST_REQUEST = 64 * 1024 * 1024;

  private final KairosConfig config;

  private KafkaSinks(KairosConfig config) {
    this.config = config;
  }

  public static KairosSinks of(KairosConfig config) {
    KafkaSinks kafka = new KafkaSinks(config);
    return new KairosSinks(
        kafka.sink(
            new TriggerSerializer(
                Topics.TRIGGERS.name(config.topicPrefix()), config.output().json())),
        kafka.sink(kafka.decisions()),
        kafka.sink(kafka.profiles()),
        kafka.sink(kafka.deadLetters()));
  }

  private <T> Sink<T> sink(KafkaRecordSerializationSchema<T> serializer) {
    Properties producer = config.kafka().of(KafkaClient.PRODUCER);
    producer.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "5");
    producer.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    producer.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(LARGEST_REQUEST));
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(producer)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(serializer)
        .build();
  }

  private KafkaRecordSerializationSchema<Decision> decisions() {
    String topic = Topics.DECISIONS.name(config.topicPrefix());
    return (decision, context, timestamp) ->
        record(topic, decision.getCustomerId(), encoded(Decision.getEncoder(), decision));
  }

  private KafkaRecordSerializationSchema<ProfileUpdate> profiles() {
    String topic = Topics.PROFILES.name(config.topicPrefix());
    return (update, context, timestamp) ->
        record(
            topic,
            update.customerId(),
            update.profile() == null ? null : encoded(Profile.getEncoder(), update.profile()));
  }

  private KafkaRecordSerializationSchema<DeadLetter> deadLetters() {
    String topic = Topics.DEAD_LETTERS.name(config.topicPrefix());
    return (letter, context, timestamp) ->
        record(
            topic,
            letter.getTopic() + '-' + letter.getPartition() + '-' + letter.getOffset(),
            encoded(DeadLetter.getEncoder(), letter));
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
    return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
  }

  static <T> byte[] encoded(MessageEncoder<T> encoder, T record) {
    try {
      ByteBuffer bytes = encoder.encode(record);
      return bytes.array();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }
}
