package io.kairos.local.view;

import io.kairos.flink.config.RegistryConfig;
import io.kairos.wire.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The Kafka consumers of a view: without a group, from the beginning, committed records only where
 * no setting says otherwise.
 */
public final class ViewConsumer {
  private ViewConsumer() {}

  /** Connects to a broker. Whoever takes the consumer closes it. */
  public static Consumer<byte[], byte[]> connect(String bootstrapServers) {
    return connect(bootstrapServers, Map.of());
  }

  /** The same with more settings, which do not override those of a view. */
  public static Consumer<byte[], byte[]> connect(String bootstrapServers, Map<String, ?> more) {
    return connect(bootstrapServers, more, new ByteArrayDeserializer());
  }

  /** The same with records of a schema registry in the usual form. */
  public static Consumer<byte[], byte[]> connect(
      String bootstrapServers, Map<String, ?> more, RegistryConfig registry, String topicPrefix) {
    return connect(bootstrapServers, more, new EitherForm(registry, topicPrefix));
  }

  private static Consumer<byte[], byte[]> connect(
      String bootstrapServers, Map<String, ?> more, Deserializer<byte[]> values) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.putIfAbsent(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), values);
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
