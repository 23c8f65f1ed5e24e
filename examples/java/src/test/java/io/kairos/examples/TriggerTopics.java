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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a receiver reads and writes, on a real broker; each topic has one partition. */
final class TriggerTopics implements AutoCloseable {
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

  void write(String mode, byte[] trigger) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "compression.type", "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(topics.name(Topics.TRIGGERS), "ann".getBytes(UTF_8), trigger);
      record.headers().add("kairos-mode", mode.getBytes(UTF_8));
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
