package io.kairos.torture.check;

import io.kairos.local.view.ViewConsumer;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads the topic of triggers beside the job, committed records only, and notes each. A repeat that
 * differs from its first is told at once.
 */
public final class TriggerReader implements Closeable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final Alarm alarm;
  private final Map<String, Sighting> sightings = new HashMap<>();
  private final Set<String> customers = new HashSet<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread thread = new Thread(this::run, "read-triggers");
  private long latestMillis = Long.MIN_VALUE;
  private long records;

  /** Hears of what must not be. */
  public interface Alarm {
    /** Called once for each finding, with a sentence. */
    void raise(String finding);
  }

  private TriggerReader(Consumer<byte[], byte[]> consumer, Alarm alarm) {
    this.consumer = consumer;
    this.alarm = alarm;
  }

  /**
   * Begins to read.
   *
   * @param alarm is told of contradictions, in the reader's thread
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
    TriggerReader reader = new TriggerReader(consumer, alarm);
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
    Trigger trigger = Trigger.getDecoder().decode(record.value());
    records++;
    Sighting before = sightings.get(trigger.getId());
    if (before == null) {
      sightings.put(trigger.getId(), first(trigger, record));
      customers.add(trigger.getCustomerId());
      latestMillis = Math.max(latestMillis, trigger.getEventTime());
      notifyAll();
      return;
    }
    Sighting after = before.again(record.value());
    sightings.put(trigger.getId(), after);
    if (after.contradictions() > before.contradictions()) {
      alarm.raise(
          "trigger %s of %s at %d/%d differs from its first at %s"
              .formatted(
                  after.id(), after.rule(), record.partition(), record.offset(), after.place()));
    }
  }

  private static Sighting first(Trigger trigger, ConsumerRecord<byte[], byte[]> record) {
    return new Sighting(
        trigger.getId(),
        trigger.getCustomerId(),
        trigger.getRule(),
        trigger.getEventTime(),
        record.value(),
        record.partition() + "/" + record.offset(),
        1,
        0);
  }

  /**
   * Waits for a trigger, of an id not seen before, that was released after an instant of event
   * time: the job has gone on behind it.
   *
   * @return whether one came in time
   */
  public boolean awaitAfter(long eventTimeMillis, Duration atMost) throws InterruptedException {
    return await(() -> latestMillis > eventTimeMillis, atMost);
  }

  /** Waits until each of these customers has got something; false if the time passed before. */
  public boolean awaitAll(Collection<String> all, Duration atMost) throws InterruptedException {
    return await(() -> customers.containsAll(all), atMost);
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
  public synchronized List<Sighting> sightings() {
    return List.copyOf(sightings.values());
  }

  /** How many records went out so far, repeats among them. */
  public synchronized long records() {
    return records;
  }

  @Override
  public void close() {
    closed.set(true);
    consumer.wakeup();
  }
}
