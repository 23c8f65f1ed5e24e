package io.kairos.flink.source.proof;

import io.kairos.flink.config.KafkaClient;
import io.kairos.flink.config.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
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
  private static final int ANSWER_WITHIN_MILLIS = 10_000;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  /** Marks of some hundred transactions; a batch of records that is larger comes whole. */
  private static final String LOOK_BYTES = Integer.toString(64 << 10);

  private final KafkaClients clients;
  private final Admin admin;
  private RecordSearch search;

  private KafkaEnds(KafkaClients clients, Admin admin) {
    this.clients = clients;
    this.admin = admin;
  }

  static KafkaEnds connect(KafkaClients clients) {
    return new KafkaEnds(clients, Admin.create(clients.of(KafkaClient.ADMIN)));
  }

  @Override
  public Map<TopicPartition, CompletableFuture<Long>> ask(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> question =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, latest -> OffsetSpec.latest()));
    ListOffsetsResult result =
        admin.listOffsets(question, new ListOffsetsOptions().timeoutMs(ANSWER_WITHIN_MILLIS));
    Map<TopicPartition, CompletableFuture<Long>> ends = new HashMap<>();
    for (TopicPartition partition : partitions) {
      CompletableFuture<Long> end = new CompletableFuture<>();
      result
          .partitionResult(partition)
          .whenComplete(
              (answer, failure) -> {
                if (failure == null) {
                  end.complete(answer.offset());
                } else {
                  end.completeExceptionally(failure);
                }
              });
      ends.put(partition, end);
    }
    return ends;
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
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, LOOK_BYTES);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    admin.close(CLOSE_WITHIN);
    if (search != null) {
      search.close();
    }
  }
}
