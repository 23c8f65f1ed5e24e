package io.kairos.torture.check;

import io.kairos.local.view.ViewConsumer;
import io.kairos.wire.Topics;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads the topic of triggers beside the job, committed records only, and notes each. What is wrong
 * with a record by itself, or beside those before it, is told at once.
 */
public final class TriggerReader implements Closeable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int MOST_ALARMS = 100;

  private final Consumer<byte[], byte[]> consumer;
  private final TopicRecall recall;
  private final Alarm alarm;
  private final Ledger ledger = new Ledger(InstantSource.system());
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread thread = new Thread(this::run, "read-triggers");
  private int alarms;

  /** Hears of what must not be. */
  public interface Alarm {
    /** Called once for each finding, with a sentence. */
    void raise(String finding);
  }

  private TriggerReader(Consumer<byte[], byte[]> consumer, TopicRecall recall, Alarm alarm) {
    this.consumer = consumer;
    this.recall = recall;
    this.alarm = alarm;
  }

  /**
   * Begins to read.
   *
   * @param alarm is told of the first 100 findings, in the reader's thread
   */
  public static TriggerReader start(String address, String prefix, Alarm alarm) {
    String topic = Topics.TRIGGERS.name(prefix);
    var consumer = ViewConsumer.connect(address);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    TopicRecall recall = new TopicRecall(() -> ViewConsumer.connect(address), topic);
    TriggerReader reader = new TriggerReader(consumer, recall, alarm);
    reader.thread.setDaemon(true);
    reader.thread.start();
    return reader;
  }

  private void run() {
    try (consumer) {
      while (!closed.get()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          note(record);
        }
      }
    } catch (WakeupException e) {
      // Closed.
    } catch (IOException e) {
      alarm.raise("a trigger cannot be read: " + e.getMessage());
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void note(ConsumerRecord<byte[], byte[]> record) throws IOException {
    for (String finding : ledger.note(record)) {
      if (alarms++ < MOST_ALARMS) {
        alarm.raise(finding);
      }
    }
    notifyAll();
  }

  /**
   * Waits for a trigger, of an id not seen before, that was released after an instant of event
   * time: the job has gone on behind it.
   *
   * @return whether one came in time
   */
  public boolean awaitAfter(long eventTimeMillis, Duration atMost) throws InterruptedException {
    return await(() -> ledger.isAfter(eventTimeMillis), atMost);
  }

  /** Waits until each of these customers has got something; false if the time passed before. */
  public boolean awaitAll(Collection<String> all, Duration atMost) throws InterruptedException {
    return await(() -> ledger.hasAll(all), atMost);
  }

  private synchronized boolean await(BooleanSupplier condition, Duration atMost)
      throws InterruptedException {
    long giveUp = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      long leftMillis = TimeUnit.NANOSECONDS.toMillis(giveUp - System.nanoTime());
      if (leftMillis <= 0) {
        return false;
      }
      wait(leftMillis);
    }
    return true;
  }

  /** What went out so far, each id once. */
  public synchronized Sightings sightings() {
    return new Sightings(ledger.sightings(), recall);
  }

  /** How many records went out so far, repeats among them. */
  public synchronized long records() {
    return ledger.records();
  }

  @Override
  public void close() {
    closed.set(true);
    consumer.wakeup();
    recall.close();
  }
}
