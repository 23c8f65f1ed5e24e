package io.kairos.bench.latency;

import io.kairos.bench.input.LiveEvents;
import io.kairos.local.InputEvent;
import io.kairos.local.traffic.SingleObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends events as they happen, at an even rate, until its process is ended. The last partition of
 * each topic gets none.
 */
public final class Sender {
  private static final int CUSTOMERS = 1_000_000;
  private static final long BREAK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private final Producer<byte[], byte[]> producer;
  private final String prefix;
  private final LiveEvents events;

  private Sender(Producer<byte[], byte[]> producer, String prefix, LiveEvents events) {
    this.producer = producer;
    this.prefix = prefix;
    this.events = events;
  }

  /**
   * @param args the broker's address, what stands before the topics, events per second, and how
   *     many percent of them are one customer's
   */
  public static void main(String[] args) {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      LiveEvents events = new LiveEvents(CUSTOMERS, Integer.parseInt(args[3]), 1);
      new Sender(producer, args[1], events).send(Double.parseDouble(args[2]));
    }
  }

  private void send(double rate) {
    long began = System.nanoTime();
    for (long sent = 0; ; ) {
      double seconds = (System.nanoTime() - began) / 1e9;
      for (; sent < seconds * rate; sent++) {
        producer.send(record(events.at(System.currentTimeMillis())), Sender::check);
      }
      LockSupport.parkNanos(BREAK_NANOS);
    }
  }

  private ProducerRecord<byte[], byte[]> record(InputEvent event) {
    int partition = Math.floorMod(event.customerId().hashCode(), LiveTopics.PARTITIONS - 1);
    return new ProducerRecord<>(
        event.topic().name(prefix),
        partition,
        event.customerId().getBytes(StandardCharsets.UTF_8),
        SingleObject.encode(event.record()));
  }

  /** A lost event would look like a trigger that never came. */
  private static void check(Object metadata, Exception failed) {
    if (failed != null) {
      failed.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }
}
