package io.kairos.flink.source.proof;

import io.kairos.flink.config.DeletedEvents;
import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KafkaClients;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Asks the brokers, with the settings of the job's other clients and outside of its consumer group.
 * As the job's own reader does, it takes every record, committed or not. The consumer that looks
 * for one is made when the first gap is met.
 */
final class KafkaEnds implements PartitionEnds {
  /** Marks of some hundred transactions; a batch of records that is larger comes whole. */
  private static final String LOOK_BYTES = Integer.toString(64 << 10);

  private final KafkaClients clients;
  private final LogEnds ends;
  private final DeletedEvents deleted;
  private RecordSearch search;

  private KafkaEnds(KafkaClients clients, LogEnds ends, DeletedEvents deleted) {
    this.clients = clients;
    this.ends = ends;
    this.deleted = deleted;
  }

  static KafkaEnds connect(KafkaClients clients, DeletedEvents deleted) {
    return new KafkaEnds(clients, LogEnds.connect(clients), deleted);
  }

  @Override
  public Map<TopicPartition, CompletableFuture<Long>> ask(Collection<TopicPartition> partitions) {
    return ends.ask(partitions);
  }

  @Override
  public Map<TopicPartition, Stretch> look(Map<TopicPartition, Long> from) {
    if (search == null) {
      search = new RecordSearch(consumer());
    }
    return search.look(from);
  }

  private Consumer<byte[], byte[]> consumer() {
    Properties settings = clients.of(KafkaClient.CONSUMER);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.put(
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        deleted == DeletedEvents.SKIP ? "earliest" : "none");
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, LOOK_BYTES);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    ends.close();
    if (search != null) {
      search.close();
    }
  }
}
