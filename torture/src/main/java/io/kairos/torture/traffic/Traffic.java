package io.kairos.torture.traffic;

import io.kairos.local.traffic.FeedProducer;
import io.kairos.local.traffic.SingleObject;
import io.kairos.torture.traffic.PlannedEvent.Recording;
import io.kairos.wire.OrderType;
import io.kairos.wire.Topics;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends the events of a plan when they are due. While the broker is away they wait in the producer,
 * in order, and are written once it is back; they are late then.
 */
public final class Traffic implements Closeable {
  private static final int OUTAGE_MILLIS = 15 * 60 * 1000;
  private static final long BUFFER_BYTES = 128L << 20;
  private static final int CLOSING_CUSTOMERS = 24;
  private static final Item CLOSING = new Item("item-closing", "toys", 100);

  private final String prefix;
  private final TrafficPlan plan;
  private final Producer<byte[], byte[]> producer;
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Thread thread = new Thread(this::run, "traffic");
  private volatile boolean stopped;

  private Traffic(String prefix, TrafficPlan plan, Producer<byte[], byte[]> producer) {
    this.prefix = prefix;
    this.plan = plan;
    this.producer = producer;
  }

  /**
   * Begins to send.
   *
   * @param prefix stands before the topics
   * @param eventsASecond roughly, at least 1
   */
  public static Traffic start(String address, String prefix, long seed, int eventsASecond) {
    Map<String, Object> patient =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            address,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            OUTAGE_MILLIS,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            OUTAGE_MILLIS,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            10_000,
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            BUFFER_BYTES);
    TrafficPlan plan = TrafficPlan.at(eventsASecond, seed);
    Traffic traffic = new Traffic(prefix, plan, FeedProducer.connect(patient));
    traffic.thread.setDaemon(true);
    traffic.thread.start();
    return traffic;
  }

  private void run() {
    long beginMillis = System.currentTimeMillis();
    try {
      while (!stopped) {
        PlannedEvent event = plan.next();
        long ahead = beginMillis + event.dueMillis() - System.currentTimeMillis();
        if (ahead > 0) {
          TimeUnit.MILLISECONDS.sleep(ahead);
        }
        send(
            event.topic(), event.customerId(), event.recording(), beginMillis + event.timeMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Topics topic, String customer, Recording recording, long timeMillis) {
    byte[] key = customer.getBytes(StandardCharsets.UTF_8);
    byte[] value = SingleObject.encode(recording.at(timeMillis));
    producer.send(
        new ProducerRecord<>(topic.name(prefix), key, value),
        (metadata, error) -> (error == null ? written : refused).incrementAndGet());
  }

  /** How many records the broker has taken. */
  public long written() {
    return written.get();
  }

  /** How many records it has not taken within 15 minutes, or not at all. */
  public long refused() {
    return refused.get();
  }

  /** Stops to send, and returns when all that was sent is in the log. */
  public void stop() throws InterruptedException {
    stopped = true;
    thread.join();
    producer.flush();
  }

  /**
   * Has customers whom nobody knows pay an order each, after {@link #stop()}. A rule without a wait
   * thanks them: once all are thanked, every subtask has decided what was due before.
   *
   * @param timeMillis event time, epoch milliseconds
   * @return the customers' ids
   */
  public Set<String> closeAt(long timeMillis) {
    Set<String> customers =
        IntStream.range(0, CLOSING_CUSTOMERS)
            .mapToObj(number -> "closing-" + number)
            .collect(Collectors.toSet());
    for (String customer : customers) {
      Recording paid =
          new Pen(customer).order("e-" + customer, OrderType.PAID, "o-" + customer, CLOSING, 1);
      send(Topics.ORDERS, customer, paid, timeMillis);
    }
    producer.flush();
    return customers;
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    producer.close(Duration.ofSeconds(2));
  }
}
