package io.kairos.flink.source;

import java.util.Collection;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * The earliest records that there are as the job begins, by their offsets. Flink's own beginning is
 * wherever the log begins when it is read, even after a checkpoint: what was deleted before its
 * first record was read would not be missed. For the same reason no offset is ever reset.
 */
final class Beginning implements OffsetsInitializer {
  private static final long serialVersionUID = 1L;

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever brokers) {
    return brokers.beginningOffsets(partitions);
  }

  @Override
  @SuppressWarnings("deprecation") // Flink asks for it.
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.NONE;
  }
}
