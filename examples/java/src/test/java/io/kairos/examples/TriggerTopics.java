package io.kairos.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kairos.local.kafka.LocalKafka;
import io.kairos.local.kafka.LocalTopics;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Feedback;
import io.kairos.wire.FeedbackStatus;
import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a receiver reads and writes, on a real broker; each topic has one partition. */
final class TriggerTopics implements AutoCloseable {
  private static final long POLL_MILLIS = 20;

  private final String bootstrap;
  private final LocalTopics topics;
  private final Admin admin;

  TriggerTopics(LocalKafka kafka, String prefix) throws InterruptedException {
    bootstrap = kafka.bootstrapServers();
    topics = LocalTopics.create(bootstrap, prefix, 1, TopicTime.LIVE);
    admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  String bootstrap() {
    return bootstrap;
  }

  String prefix() {
    return topics.prefix();
  }

  void write(String mode, byte[] trigger) throws InterruptedException, ExecutionException {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topics.name(Topics.TRIGGERS), "ann".getBytes(UTF_8), trigger);
    record.headers().add("kairos-mode", mode.getBytes(UTF_8));
    write(record);
  }

  private void write(ProducerRecord<byte[], byte[]> record)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "compression.type", "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  List<Map.Entry<String, FeedbackStatus>> feedback() throws Exception {
    List<Map.Entry<String, FeedbackStatus>> reports = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topics.name(Topics.FEEDBACK), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          Feedback report = Feedback.getDecoder().decode(record.value());
          reports.add(Map.entry(report.getTriggerId(), report.getStatus()));
        }
      }
    }
    return reports;
  }

  /** From now on every report is too large for the broker. Returns once the broker knows. */
  void refuseFeedback() throws Exception {
    ConfigResource topic =
        new ConfigResource(ConfigResource.Type.TOPIC, topics.name(Topics.FEEDBACK));
    ConfigEntry nothing = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1");
    admin
        .incrementalAlterConfigs(
            Map.of(topic, List.of(new AlterConfigOp(nothing, AlterConfigOp.OpType.SET))))
        .all()
        .get();
    while (takesFeedback()) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private boolean takesFeedback() throws InterruptedException {
    try {
      write(new ProducerRecord<>(topics.name(Topics.FEEDBACK), new byte[1]));
      return true;
    } catch (ExecutionException tooLarge) {
      return false;
    }
  }

  /** Up to where a group has read; 0 where it has committed nothing. */
  long committed(String group) throws Exception {
    OffsetAndMetadata offset =
        admin
            .listConsumerGroupOffsets(prefix() + group)
            .partitionsToOffsetAndMetadata()
            .get()
            .get(new TopicPartition(topics.name(Topics.TRIGGERS), 0));
    return offset == null ? 0 : offset.offset();
  }

  /** The members of a group are not told; each learns it by the answer to its next request. */
  void dropMembers(String group) throws Exception {
    admin
        .removeMembersFromConsumerGroup(
            prefix() + group, new RemoveMembersFromConsumerGroupOptions())
        .all()
        .get();
  }

  @Override
  public void close() {
    admin.close();
    topics.close();
  }
}
