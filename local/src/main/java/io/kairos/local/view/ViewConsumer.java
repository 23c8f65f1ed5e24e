package io.kairos.local.view;

import io.kairos.wire.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The Kafka consumers of a view: without a group, from the beginning, committed records only. */
public final class ViewConsumer {
  private ViewConsumer() {}

  /** Connects to a broker. Whoever takes the consumer closes it. */
  public static Consumer<byte[], byte[]> connect(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** All partitions of topics that exist. */
  static List<TopicPartition> partitions(
      Consumer<?, ?> consumer, Collection<Topics> topics, String topicPrefix) {
    return topics.stream()
        .flatMap(topic -> consumer.partitionsFor(topic.name(topicPrefix)).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }
}
