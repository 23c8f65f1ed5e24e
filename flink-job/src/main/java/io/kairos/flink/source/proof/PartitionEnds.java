package io.kairos.flink.source.proof;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/** What brokers tell of their partitions. For one thread. */
interface PartitionEnds extends AutoCloseable {

  /**
   * Asks for the ends of partitions, in one request to each broker, and does not wait.
   *
   * @return for each the offset behind its last record, committed or not. It fails if there is no
   *     answer within some seconds, and where records wait for replicas
   */
  Map<TopicPartition, CompletableFuture<Long>> ask(Collection<TopicPartition> partitions);

  /**
   * Looks for the first record at an offset or above, as the reader would be given it. Takes half a
   * second at most.
   *
   * @return for the partitions of which anything was found out, what lies between
   */
  Map<TopicPartition, Stretch> look(Map<TopicPartition, Long> from);

  @Override
  void close();
}
