package io.kairos.flink.source.proof;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Looks for the next record of partitions. A consumer's position goes past what is no record even
 * where it finds none. Of a partition from which records are missing that were to be read it finds
 * out nothing, unless its consumer resets offsets.
 */
final class RecordSearch implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofMillis(500);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final Consumer<byte[], byte[]> consumer;

  RecordSearch(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** As {@link PartitionEnds#look}. */
  Map<TopicPartition, Stretch> look(Map<TopicPartition, Long> from) {
    Map<TopicPartition, Stretch> found = new HashMap<>();
    try {
      consumer.assign(from.keySet());
      consumer.resume(from.keySet());
      from.forEach(consumer::seek);
      long giveUp = System.nanoTime() + WITHIN.toNanos();
      while (found.size() < from.size() && System.nanoTime() < giveUp) {
        ConsumerRecords<byte[], byte[]> records = poll();
        from.forEach((partition, start) -> add(partition, start, records, found));
      }
    } catch (InterruptException closing) {
      throw closing;
    } catch (KafkaException noAnswer) {
      // What was found so far is all of this round.
    }
    return found;
  }

  /** A partition that is refused does not keep the others from an answer. */
  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (OffsetOutOfRangeException refused) {
      consumer.pause(refused.offsetOutOfRangePartitions().keySet());
      return ConsumerRecords.empty();
    }
  }

  private void add(
      TopicPartition partition,
      long start,
      ConsumerRecords<byte[], byte[]> records,
      Map<TopicPartition, Stretch> found) {
    if (found.containsKey(partition)) {
      return;
    }
    List<ConsumerRecord<byte[], byte[]>> first = records.records(partition);
    if (!first.isEmpty()) {
      found.put(partition, new Stretch(start, first.get(0).offset(), true));
      return;
    }
    long passed = passed(partition, start);
    if (passed > start) {
      found.put(partition, new Stretch(start, passed, false));
    }
  }

  private long passed(TopicPartition partition, long start) {
    try {
      return consumer.position(partition, POLL);
    } catch (TimeoutException unknown) {
      return start;
    }
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
  }
}
