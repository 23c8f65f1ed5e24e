package io.kairos.local.traffic;

import io.kairos.local.InputEvent;
import io.kairos.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Writes events to the input topics: key the customer id, value the Avro single-object encoding,
 * timestamp the event time. Events go out in the order in which they come, so each partition has
 * them in the order of time.
 *
 * <p>One thread feeds; any thread may read the counts or close.
 */
public final class TrafficFeed implements AutoCloseable {
  private static final long LONGEST_NAP_MILLIS = 50;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private final String topicPrefix;
  private final Map<Topics, LongAdder> acknowledged = new EnumMap<>(Topics.class);
  private final AtomicReference<FeedException> failure = new AtomicReference<>();
  private volatile boolean closed;
  private volatile long lastMillis = Long.MIN_VALUE;

  /** Takes over the producer and closes it in the end. */
  public TrafficFeed(Producer<byte[], byte[]> producer, String topicPrefix) {
    this.producer = producer;
    this.topicPrefix = topicPrefix;
    Topics.inputs().forEach(topic -> acknowledged.put(topic, new LongAdder()));
  }

  /**
   * Sends all events as fast as it goes and returns when every one is acknowledged.
   *
   * @throws FeedException at the first event that could not be written
   * @throws IllegalArgumentException when an event is earlier than the one before it
   */
  public void feedAll(Iterator<InputEvent> events) {
    feed(events, Pace.UNLIMITED);
  }

  /**
   * Sends events, each when it is due. Returns when they end and every one is acknowledged, or when
   * the feed is closed or the thread interrupted.
   *
   * @throws FeedException at the first event that could not be written
   * @throws IllegalArgumentException when an event is earlier than the one before it
   */
  public void feed(Iterator<InputEvent> events, Pace pace) {
    try {
      while (events.hasNext()) {
        InputEvent event = events.next();
        if (!awaitDue(pace, event.timeMillis())) {
          return;
        }
        send(event);
        throwFailure();
      }
      producer.flush();
    } catch (InterruptException stopped) {
      return; // Kafka has marked the thread as interrupted again
    } catch (KafkaException | IllegalStateException refused) {
      String message = "cannot write events: " + refused.getMessage();
      failure.compareAndSet(null, new FeedException(message, refused));
    }
    throwFailure();
  }

  /** Acknowledged events by input topic. */
  public Map<Topics, Long> sent() {
    Map<Topics, Long> counts = new EnumMap<>(Topics.class);
    acknowledged.forEach((topic, count) -> counts.put(topic, count.sum()));
    return counts;
  }

  /** Event time of the last event sent, epoch milliseconds; {@link Long#MIN_VALUE} before it. */
  public long lastMillis() {
    return lastMillis;
  }

  /** Stops a feed that is under way and closes the producer, within 5 s. */
  @Override
  public void close() {
    closed = true;
    producer.close(CLOSE_WITHIN);
  }

  private boolean awaitDue(Pace pace, long eventMillis) {
    for (long wait = pace.waitMillis(eventMillis); wait > 0 && !closed; ) {
      if (!nap(Math.min(wait, LONGEST_NAP_MILLIS))) {
        return false;
      }
      wait = pace.waitMillis(eventMillis);
    }
    return !closed;
  }

  /** False when interrupted; the thread stays marked so. */
  private static boolean nap(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void send(InputEvent event) {
    requireOrder(event);
    String topic = event.topic().name(topicPrefix);
    byte[] value = SingleObject.encode(event.record());
    producer.send(
        new ProducerRecord<>(topic, null, event.timeMillis(), key(event), value),
        (metadata, error) -> answered(event.topic(), topic, error));
    lastMillis = event.timeMillis();
  }

  private void requireOrder(InputEvent event) {
    if (event.timeMillis() < lastMillis) {
      throw new IllegalArgumentException(
          "an event of %d on topic %s comes after one of %d"
              .formatted(event.timeMillis(), event.topic().label(), lastMillis));
    }
  }

  private static byte[] key(InputEvent event) {
    String customer = event.customerId();
    return customer == null ? null : customer.getBytes(StandardCharsets.UTF_8);
  }

  private void answered(Topics topic, String name, Exception error) {
    if (error == null) {
      acknowledged.get(topic).increment();
    } else {
      String message = "cannot write to topic " + name + ": " + error.getMessage();
      failure.compareAndSet(null, new FeedException(message, error));
    }
  }

  private void throwFailure() {
    FeedException first = failure.get();
    if (first != null && !closed) {
      throw first;
    }
  }
}
