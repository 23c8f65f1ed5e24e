package io.kairos.flink.sink;

import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KafkaClients;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.SinkFormat;
import io.kairos.flink.operator.ProfileUpdate;
import io.kairos.flink.sink.outbox.ClientSettings;
import io.kairos.flink.sink.outbox.OutboxCheck;
import io.kairos.flink.sink.outbox.OutboxSink;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.Decision;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The output topics. At least once, with ids that repeat: a receiver that discards known ids sees
 * each trigger once; profiles and dead letters repeat under their key. Triggers can be had exactly
 * once.
 */
public final class KafkaSinks {
  /** More than any topic takes: what a topic takes is for its own setting to say. */
  private static final int LARGEST_REQUEST = 64 * 1024 * 1024;

  /** How long a record of the patient waits for others: longer than a trigger does. */
  private static final int PATIENCE_MILLIS = 100;

  /** Kafka's default of request.timeout.ms. */
  private static final int REQUEST_MILLIS = 30_000;

  private final KairosConfig config;

  private KafkaSinks(KairosConfig config) {
    this.config = config;
  }

  /**
   * @throws IllegalArgumentException if a record would have no time to be delivered; Kafka would
   *     say so only when the job runs, and at every restart
   */
  public static KairosSinks of(KairosConfig config) {
    KafkaSinks kafka = new KafkaSinks(config);
    kafka.requireTimeToDeliver();
    return new KairosSinks(
        kafka.triggers(),
        kafka.sink(kafka.decisions()),
        kafka.sink(kafka.profiles()),
        kafka.sink(kafka.deadLetters()));
  }

  private <T> Sink<T> sink(KafkaRecordSerializationSchema<T> serializer) {
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(patient())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(serializer)
        .build();
  }

  /** Nobody waits for these: fewer and fuller batches cost the job and the broker less. */
  private Properties patient() {
    Properties producer = config.kafka().of(KafkaClient.PRODUCER);
    producer.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, Integer.toString(PATIENCE_MILLIS));
    producer.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(128 * 1024));
    return defaults(producer);
  }

  private void requireTimeToDeliver() {
    KafkaClients clients = config.kafka();
    long linger = clients.number(ProducerConfig.LINGER_MS_CONFIG).orElse(PATIENCE_MILLIS);
    long request = clients.number(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG).orElse(REQUEST_MILLIS);
    OptionalLong given = clients.number(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG);
    if (given.isPresent() && given.getAsLong() < Math.min(linger + request, Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "Option kafka.delivery.timeout.ms must be at least %d: a record waits for"
                  .formatted(linger + request)
              + " kafka.linger.ms (%d), then a request for kafka.request.timeout.ms (%d)"
                  .formatted(linger, request));
    }
  }

  private Properties producer() {
    Properties producer = config.kafka().of(KafkaClient.PRODUCER);
    producer.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "5");
    return defaults(producer);
  }

  private static Properties defaults(Properties producer) {
    producer.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    producer.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(LARGEST_REQUEST));
    return producer;
  }

  private Sink<Trigger> triggers() {
    String topic = topic(Topics.TRIGGERS);
    boolean json = config.output().format() == SinkFormat.JSON;
    return new OutboxSink<>(
        topic,
        new TriggerSerializer(topic, json ? new JsonForm<>() : form(Topics.TRIGGERS)),
        new ClientSettings(producer(), config.kafka().of(KafkaClient.CONSUMER)),
        OutboxCheck.senders(config.topicPrefix()),
        config.output().delivery());
  }

  private KafkaRecordSerializationSchema<Decision> decisions() {
    return new OutputSerializer<>(
        topic(Topics.DECISIONS),
        Decision::getCustomerId,
        decision -> decision,
        form(Topics.DECISIONS));
  }

  private KafkaRecordSerializationSchema<ProfileUpdate> profiles() {
    return new OutputSerializer<>(
        topic(Topics.PROFILES),
        ProfileUpdate::customerId,
        ProfileUpdate::profile,
        form(Topics.PROFILES));
  }

  private KafkaRecordSerializationSchema<DeadLetter> deadLetters() {
    return new OutputSerializer<>(
        topic(Topics.DEAD_LETTERS),
        letter -> letter.getTopic() + '-' + letter.getPartition() + '-' + letter.getOffset(),
        letter -> letter,
        form(Topics.DEAD_LETTERS));
  }

  private String topic(Topics topic) {
    return topic.name(config.topicPrefix());
  }

  private <T extends SpecificRecordBase> ValueForm<T> form(Topics topic) {
    return config.output().format() == SinkFormat.REGISTRY
        ? new RegistryForm<>(config.registry(), config.topicPrefix(), topic)
        : new AvroForm<>(topic);
  }
}
