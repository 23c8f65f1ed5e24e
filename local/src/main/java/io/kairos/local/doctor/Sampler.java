package io.kairos.local.doctor;

import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.registry.RegistryUnavailable;
import io.kairos.flink.source.Intake;
import io.kairos.flink.source.UnreadableFlood;
import io.kairos.local.profiles.ReadCount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;

/** Puts the last records of the inputs through the job's own intake. */
final class Sampler {
  private static final Duration POLL = Duration.ofMillis(200);

  /** A topic that cannot be read faster is judged by what came until then. */
  private static final long AT_MOST_NANOS = Duration.ofSeconds(10).toNanos();

  private final KairosConfig config;
  private final Consumer<byte[], byte[]> consumer;
  private final int records;
  private final ReadCount count;
  private Intake intake;

  /**
   * @param records how many of each topic
   */
  Sampler(KairosConfig config, Consumer<byte[], byte[]> consumer, int records, ReadCount count) {
    // No event is late by that, so each one's position tells its time.
    this.config = config.with(config.time().withLateness(Long.MAX_VALUE));
    this.consumer = consumer;
    this.records = records;
    this.count = count;
  }

  /** Empty if the job may not read the topic. */
  Optional<Sample> of(SeenTopic topic) {
    SampleTally tally = new SampleTally(topic);
    intake = opened();
    try {
      read(topic, tally);
      return Optional.of(tally.sample());
    } catch (AuthorizationException notAllowed) {
      return Optional.empty();
    } catch (RegistryUnavailable silent) {
      tally.stop(silent.getMessage());
      return Optional.of(tally.sample());
    }
  }

  private void read(SeenTopic topic, SampleTally tally) {
    List<TopicPartition> partitions = topic.led().toList();
    if (partitions.isEmpty()) {
      return;
    }
    Map<TopicPartition, Long> ends = seek(partitions, Math.max(1, records / partitions.size()));
    long start = System.nanoTime();
    while (!isThrough(ends) && System.nanoTime() - start < AT_MOST_NANOS) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        take(record, tally);
      }
    }
  }

  /** Goes to where so many records are left of each partition; returns where they end. */
  private Map<TopicPartition, Long> seek(List<TopicPartition> partitions, int left) {
    consumer.assign(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    ends.forEach(
        (partition, end) -> consumer.seek(partition, Math.max(begins.get(partition), end - left)));
    return ends;
  }

  private boolean isThrough(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void take(ConsumerRecord<byte[], byte[]> record, SampleTally tally) {
    count.add(record.topic());
    tally.stamp(record, System.currentTimeMillis());
    try {
      tally.add(intake.ingest(record));
    } catch (UnreadableFlood flood) {
      tally.flood(flood.getMessage());
      intake = opened();
    }
  }

  private Intake opened() {
    Intake fresh = new Intake(config);
    fresh.open(null);
    return fresh;
  }
}
