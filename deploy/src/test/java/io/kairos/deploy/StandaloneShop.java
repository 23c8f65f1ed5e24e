package io.kairos.deploy;

import io.kairos.local.InputEvent;
import io.kairos.local.kafka.LocalKafka;
import io.kairos.local.kafka.LocalTopics;
import io.kairos.local.kafka.TopicTime;
import io.kairos.local.replay.WholeTopic;
import io.kairos.local.traffic.FeedProducer;
import io.kairos.local.traffic.SingleObject;
import io.kairos.local.view.ViewConsumer;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.Topics;
import io.kairos.wire.Trigger;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker with the topics of a shop, whose customers put things into carts and forget them. */
final class StandaloneShop implements Closeable {
  private static final int PARTITIONS = 2;

  private final LocalKafka kafka;
  private final LocalTopics topics;
  private final Producer<byte[], byte[]> producer;

  private StandaloneShop(LocalKafka kafka, LocalTopics topics, Producer<byte[], byte[]> producer) {
    this.kafka = kafka;
    this.topics = topics;
    this.producer = producer;
  }

  static StandaloneShop open(Path folder) throws IOException, InterruptedException {
    LocalKafka kafka = LocalKafka.start(folder);
    String address = kafka.bootstrapServers();
    LocalTopics topics =
        LocalTopics.create(address, Topics.DEFAULT_PREFIX, PARTITIONS, TopicTime.REPLAY);
    return new StandaloneShop(kafka, topics, FeedProducer.connect(address));
  }

  /** Options of a job on these topics: time moves by what is written, not by the clock. */
  Map<String, String> jobOptions() {
    return Map.of(
        "kafka.bootstrap.servers", kafka.bootstrapServers(),
        "time.end-check", "0 s",
        "time.alignment", "30 d",
        "delivery.mode", "replay",
        "delivery.assumed-consent", "push");
  }

  /** Customers with a name in common, each of whom leaves a cart behind at that time. */
  List<String> leaveCarts(String name, int customers, Instant time) {
    List<String> ids =
        IntStream.range(0, customers).mapToObj(number -> name + "-" + number).toList();
    for (String id : ids) {
      CartEvent added =
          CartEvent.newBuilder()
              .setEventId("cart-" + id)
              .setCustomerId(id)
              .setTime(time.toEpochMilli())
              .setType(CartType.ADDED)
              .setItem("lamp")
              .setPrice(100_00L)
              .setQuantity(1)
              .build();
      send(new InputEvent(Topics.CART, id, time.toEpochMilli(), added));
    }
    producer.flush();
    return ids;
  }

  /** Writes an event soon. */
  void send(InputEvent event) {
    producer.send(
        new ProducerRecord<>(
            topics.name(event.topic()),
            null,
            event.timeMillis(),
            event.customerId().getBytes(StandardCharsets.UTF_8),
            SingleObject.encode(event.record())));
  }

  /** The broker takes and answers nothing from now on. */
  void fallSilent() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** It goes on as if nothing had been. */
  void speakAgain() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(kafka.process().pid());
    int exit = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    if (exit != 0) {
      throw new IOException("kill -" + name + " ended with " + exit);
    }
  }

  /** Lets time pass in every partition. */
  void passTo(Instant time) {
    for (Topics topic : Topics.inputs()) {
      for (int partition = 0; partition < topics.partitions(topic); partition++) {
        producer.send(tick(topic, partition, time));
      }
    }
    producer.flush();
  }

  private ProducerRecord<byte[], byte[]> tick(Topics topic, int partition, Instant time) {
    byte[] nothing = null;
    return new ProducerRecord<>(
        topics.name(topic), partition, time.toEpochMilli(), nothing, nothing);
  }

  /** The values under which each message was sent, by "customer id"; one, unless they differ. */
  Map<String, Map<String, Integer>> sent() throws IOException {
    Map<String, Map<String, Integer>> byCustomer = new TreeMap<>();
    try (Consumer<byte[], byte[]> consumer = ViewConsumer.connect(kafka.bootstrapServers())) {
      for (ConsumerRecord<byte[], byte[]> record :
          new WholeTopic(consumer, topics.name(Topics.TRIGGERS))) {
        Trigger trigger = Trigger.getDecoder().decode(record.value());
        byCustomer
            .computeIfAbsent(trigger.getCustomerId(), id -> new HashMap<>())
            .merge(trigger.getRule() + " " + trigger.getId(), 1, Integer::sum);
      }
    }
    return byCustomer;
  }

  static List<String> all(List<List<String>> batches) {
    return batches.stream().flatMap(List::stream).sorted().toList();
  }

  static Stream<Integer> times(Map<String, Map<String, Integer>> sent, List<String> customers) {
    return customers.stream().flatMap(id -> sent.getOrDefault(id, Map.of()).values().stream());
  }

  @Override
  public void close() throws IOException {
    producer.close();
    topics.close();
    kafka.close();
  }
}
