package io.kairos.bench.limit;

import io.kairos.bench.contract.RunOptions;
import io.kairos.bench.meter.Meter;
import io.kairos.bench.meter.ReadCount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Polls the input topics from their beginning to where they end at the start. */
final class Reading {
  private static final Duration POLL = Duration.ofMillis(100);

  private final RunOptions options;

  Reading(RunOptions options) {
    this.options = options;
  }

  /** Takes what one poll brought. */
  interface Taker {
    void take(ConsumerRecords<byte[], byte[]> records) throws Exception;
  }

  void all(Taker taker) throws Exception {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
      List<TopicPartition> partitions =
          options.inputs().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        taker.take(consumer.poll(POLL));
      }
      Meter.partDone(1);
    }
  }

  private Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        options.bootstrapServers(),
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
        2 * 1024 * 1024,
        ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
        ReadCount.class.getName());
  }
}
