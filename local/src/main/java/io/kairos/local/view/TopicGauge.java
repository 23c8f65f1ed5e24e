package io.kairos.local.view;

import io.kairos.wire.Topics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures how full topics are, by their end offsets, and how fast they fill, over the last five
 * seconds. For one thread.
 */
public final class TopicGauge implements AutoCloseable {
  private static final long WINDOW_MILLIS = 5_000;

  private record Reading(long wallMillis, Map<Topics, Long> records) {}

  private final Consumer<byte[], byte[]> consumer;
  private final Map<Topics, List<TopicPartition>> partitions = new EnumMap<>(Topics.class);
  private final Deque<Reading> readings = new ArrayDeque<>();

  /**
   * A gauge of topics that exist.
   *
   * @param consumer closed by the gauge
   */
  public TopicGauge(Consumer<byte[], byte[]> consumer, List<Topics> topics, String topicPrefix) {
    this.consumer = consumer;
    for (Topics topic : topics) {
      partitions.put(topic, ViewConsumer.partitions(consumer, List.of(topic), topicPrefix));
    }
  }

  /** Asks the broker. Topics come in their own order. */
  public List<TopicFill> read(long wallMillis) {
    Reading now = new Reading(wallMillis, records());
    readings.addLast(now);
    while (readings.getFirst().wallMillis() < wallMillis - WINDOW_MILLIS) {
      readings.removeFirst();
    }
    Reading first = readings.getFirst();
    return partitions.keySet().stream().map(topic -> fill(topic, first, now)).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Map<Topics, Long> records() {
    var ends = consumer.endOffsets(partitions.values().stream().flatMap(List::stream).toList());
    Map<Topics, Long> records = new EnumMap<>(Topics.class);
    partitions.forEach(
        (topic, parts) -> records.put(topic, parts.stream().mapToLong(ends::get).sum()));
    return records;
  }

  private static TopicFill fill(Topics topic, Reading first, Reading now) {
    long records = now.records().get(topic);
    long millis = now.wallMillis() - first.wallMillis();
    double perSecond = millis == 0 ? 0 : (records - first.records().get(topic)) * 1000.0 / millis;
    return new TopicFill(topic.label(), records, perSecond);
  }
}
