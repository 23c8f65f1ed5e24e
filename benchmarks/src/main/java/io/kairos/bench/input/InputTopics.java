package io.kairos.bench.input;

import io.kairos.local.CommandError;
import io.kairos.local.InputEvent;
import io.kairos.local.traffic.FeedProducer;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Where the events lie: topics under a prefix of their own, batches packed with lz4. A record's
 * stamp is the event's time and some milliseconds more, fewer than the lateness bound.
 */
public final class InputTopics {
  /** Stands before each topic. */
  public static final String PREFIX = "bench.";

  /** Of each topic. */
  public static final int PARTITIONS = 4;

  private static final int LONGEST_WAY_MILLIS = 500;
  private static final int EVENTS_A_REPORT = 10_000;

  private InputTopics() {}

  /** The topic's full name. */
  public static String name(Topics topic) {
    return topic.name(PREFIX);
  }

  /**
   * Writes all events, and returns the time of the last.
   *
   * @param progress takes how many are written, now and then
   * @throws CommandError if one could not be written
   */
  static long fill(String bootstrapServers, InputSpec spec, LongConsumer progress) {
    AtomicReference<Exception> failure = new AtomicReference<>();
    long lastMillis = Long.MIN_VALUE;
    try (Producer<byte[], byte[]> producer = FeedProducer.connect(bootstrapServers)) {
      Iterator<InputEvent> events = spec.stream().iterator();
      for (long written = 0; events.hasNext(); written++) {
        InputEvent event = events.next();
        lastMillis = event.timeMillis();
        producer.send(
            record(spec, written, event), (metadata, error) -> failure.compareAndSet(null, error));
        if (written % EVENTS_A_REPORT == 0) {
          progress.accept(written);
        }
      }
      producer.flush();
    }
    if (failure.get() != null) {
      throw new CommandError("cannot write the input", failure.get());
    }
    return lastMillis;
  }

  private static ProducerRecord<byte[], byte[]> record(
      InputSpec spec, long number, InputEvent event) {
    return new ProducerRecord<>(
        name(event.topic()),
        null,
        event.timeMillis() + spec.mixed(number, 6) % LONGEST_WAY_MILLIS,
        event.customerId().getBytes(StandardCharsets.UTF_8),
        SingleObject.encode(event.record()));
  }
}
