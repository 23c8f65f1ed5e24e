package io.kairos.local.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The records of one topic, or of some of its partitions, from the beginning to where they ended
 * when the reading began.
 */
public final class WholeTopic implements Iterable<ConsumerRecord<byte[], byte[]>> {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long STALLED_NANOS = Duration.ofSeconds(30).toNanos();

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** The caller keeps the consumer, and closes it after the reading. */
  public WholeTopic(Consumer<byte[], byte[]> consumer, String topic) {
    this(
        consumer,
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList());
  }

  /** The same of some partitions. */
  public WholeTopic(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = List.copyOf(partitions);
  }

  /** Reads on demand; throws Kafka's TimeoutException after 30 seconds without any progress. */
  @Override
  public Iterator<ConsumerRecord<byte[], byte[]>> iterator() {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new Records(consumer.endOffsets(partitions));
  }

  private final class Records implements Iterator<ConsumerRecord<byte[], byte[]>> {
    private final Map<TopicPartition, Long> ends;
    private final Queue<ConsumerRecord<byte[], byte[]>> polled = new ArrayDeque<>();

    Records(Map<TopicPartition, Long> ends) {
      this.ends = ends;
    }

    @Override
    public boolean hasNext() {
      if (polled.isEmpty()) {
        pollMore();
      }
      return !polled.isEmpty();
    }

    private void pollMore() {
      long left = left();
      long progress = System.nanoTime();
      while (polled.isEmpty() && left > 0) {
        consumer.poll(POLL).forEach(polled::add);
        long now = left();
        if (now < left) {
          progress = System.nanoTime();
        } else if (System.nanoTime() - progress > STALLED_NANOS) {
          throw new TimeoutException("no more records of " + partitions + " in 30 s");
        }
        left = now;
      }
    }

    @Override
    public ConsumerRecord<byte[], byte[]> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return polled.remove();
    }

    private long left() {
      return ends.entrySet().stream()
          .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
          .sum();
    }
  }
}
