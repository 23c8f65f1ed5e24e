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

/** The records of one topic from its beginning to where it ended when the reading began. */
public final class WholeTopic implements Iterable<ConsumerRecord<byte[], byte[]>> {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;

  /** The caller keeps the consumer, and closes it after the reading. */
  public WholeTopic(Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  @Override
  public Iterator<ConsumerRecord<byte[], byte[]>> iterator() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
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
      while (polled.isEmpty() && !atEnd()) {
        consumer.poll(POLL).forEach(polled::add);
      }
      return !polled.isEmpty();
    }

    @Override
    public ConsumerRecord<byte[], byte[]> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return polled.remove();
    }

    private boolean atEnd() {
      return ends.entrySet().stream()
          .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
  }
}
