package io.kairos.local.view;

import io.kairos.wire.Profile;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Follows the topics triggers and profiles, both in Avro single-object encoding, and sums up what
 * it reads. One thread runs it; any thread may ask for the tallies or close it.
 */
public final class TriggerTail implements Runnable, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final String topicPrefix;
  private final TriggerBoard triggers = new TriggerBoard();
  private final CustomerBoard customers = new CustomerBoard();
  private volatile RuntimeException failure;

  /** Takes over the consumer; {@link #run()} closes it in the end. */
  public TriggerTail(Consumer<byte[], byte[]> consumer, String topicPrefix) {
    this.consumer = consumer;
    this.topicPrefix = topicPrefix;
  }

  /** Reads both topics, which must exist, from the beginning until closed, or until it fails. */
  @Override
  public void run() {
    try (consumer) {
      var topics = List.of(Topics.TRIGGERS, Topics.PROFILES);
      var partitions = ViewConsumer.partitions(consumer, topics, topicPrefix);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (true) {
        consumer.poll(POLL).forEach(this::read);
      }
    } catch (WakeupException closed) {
      return;
    } catch (RuntimeException failed) {
      failure = failed;
    }
  }

  /**
   * @throws RuntimeException what ended {@link #run()}, if anything did: an {@link
   *     IllegalStateException} for a record that is no single-object encoding of its topic
   */
  public void throwIfFailed() {
    RuntimeException told = failure;
    if (told != null) {
      throw told;
    }
  }

  /** Ends {@link #run()} soon. */
  @Override
  public void close() {
    consumer.wakeup();
  }

  public TriggerTally triggers() {
    return triggers.tally();
  }

  public CustomerTally customers() {
    return customers.tally();
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.topic().equals(Topics.TRIGGERS.name(topicPrefix))) {
        triggers.add(Trigger.getDecoder().decode(record.value()));
      } else if (record.value() == null) {
        customers.remove(new String(record.key(), StandardCharsets.UTF_8));
      } else {
        customers.put(Profile.getDecoder().decode(record.value()));
      }
    } catch (IOException | AvroRuntimeException unreadable) {
      String where = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
      throw new IllegalStateException("unreadable record " + where, unreadable);
    }
  }
}
