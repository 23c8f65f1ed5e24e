package io.kairos.bench.latency;

import io.kairos.local.kafka.LocalTopics;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Topics whose records the broker stamps as it appends them, triggers too.
 *
 * @param prefix stands before each
 */
record LiveTopics(String bootstrapServers, String prefix) {
  /** Of each; the last one of an input stays empty. */
  static final int PARTITIONS = 4;

  private static final Duration POLL = Duration.ofMillis(100);

  /** Takes the customer of a record and the instant of its append. */
  interface Taker {
    void take(String customer, long appendMillis);
  }

  void create() throws ExecutionException, InterruptedException {
    LocalTopics.create(bootstrapServers, prefix, PARTITIONS, TopicTime.LIVE).close();
    ConfigEntry stamp = new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    ConfigResource triggers =
        new ConfigResource(ConfigResource.Type.TOPIC, Topics.TRIGGERS.name(prefix));
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      admin
          .incrementalAlterConfigs(
              Map.of(triggers, List.of(new AlterConfigOp(stamp, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  /** Reads what is in a topic now. */
  void read(Topics topic, Taker taker) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name(prefix)).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          taker.take(new String(record.key(), StandardCharsets.UTF_8), record.timestamp());
        }
      }
    }
  }
}
