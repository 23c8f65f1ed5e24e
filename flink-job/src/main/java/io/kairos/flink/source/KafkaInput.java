package io.kairos.flink.source;

import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.source.proof.Fetched;
import io.kairos.flink.source.proof.ProvenSource;
import io.kairos.wire.Topics;
import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * The input topics, read by one source, so that one alignment holds all their partitions together.
 *
 * <p>A job without state begins at the beginning, never where the group stood: without the events
 * before, what a customer gets would depend on when the job was started.
 */
public final class KafkaInput {
  /**
   * What one partition may fetch at a time, in bytes; a batch that is larger comes alone. A
   * partition that has fetched more runs ahead of the others by all of it, whatever the alignment,
   * and its events have to wait.
   */
  private static final String FETCH_BYTES = "262144";

  private KafkaInput() {}

  public static ProvenSource<Ingested> of(KairosConfig config) {
    String prefix = config.topicPrefix();
    List<String> topics = Topics.inputs().stream().map(topic -> topic.name(prefix)).toList();
    KafkaSourceBuilder<Fetched<Ingested>> source =
        KafkaSource.<Fetched<Ingested>>builder()
            .setProperties(consumer(config))
            .setGroupId(prefix + "job")
            .setTopics(topics)
            .setStartingOffsets(new Beginning())
            .setDeserializer(new Intake(config));
    if (config.input().bounded()) {
      source.setBounded(OffsetsInitializer.latest());
    }
    return new ProvenSource<>(
        source.build(), config.kafka(), config.time(), config.input().deletedEvents());
  }

  private static Properties consumer(KairosConfig config) {
    Properties consumer = config.kafka().of(KafkaClient.CONSUMER);
    consumer.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    return consumer;
  }
}
