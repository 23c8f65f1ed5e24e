package io.kairos.flink.sink.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kairos.flink.config.Unproven;
import io.kairos.local.LocalStack;
import io.kairos.local.job.SharedStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two processes that both mean to send a batch, on a real broker: whoever pauses where, its records
 * are there once.
 */
@Timeout(120)
@ExtendWith(SharedStack.class)
final class OutboxOnBrokerIT {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int PARTITIONS = 2;
  private static final int RECORDS = 5;
  private static final int LARGEST = 1_000;

  private final String topic = "outbox-" + UUID.randomUUID();
  private final String name = topic + "-sender";
  private Properties producer;
  private Properties consumer;
  private ClientSettings clients;

  @BeforeEach
  void makeTheTopic(LocalStack stack) throws ExecutionException, InterruptedException {
    producer = new Properties();
    producer.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka().bootstrapServers());
    consumer = new Properties();
    consumer.putAll(producer);
    clients = new ClientSettings(producer, consumer);
    try (Admin admin = Admin.create(producer)) {
      Map<String, String> narrow =
          Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST));
      admin
          .createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1).configs(narrow)))
          .all()
          .get();
    }
  }

  @Test
  void aSuccessorFindsTheReceipt() {
    try (Sender first = open()) {
      first.send(batch(0));
    }
    try (Sender second = open()) {
      assertThat(second.hasSent(batch(0))).isTrue();
      assertThat(second.hasSent(batch(1))).isFalse();
    }
    assertThat(read()).containsExactlyInAnyOrderElementsOf(of(0));
  }

  @Test
  void whoWasOvertakenBeforeItSentIsBarred() {
    try (Sender paused = open();
        Sender successor = open()) {
      successor.send(batch(0));

      assertThatThrownBy(() -> paused.send(batch(0))).isInstanceOf(KafkaException.class);
    }
    assertThat(read()).containsExactlyInAnyOrderElementsOf(of(0));
  }

  @Test
  void whatWasSentWithoutItsCommitIsNotThere() {
    try (KafkaProducer<byte[], byte[]> paused = opened()) {
      paused.beginTransaction();
      batch(0).messages().forEach(message -> paused.send(message.to(topic)));
      paused.flush();
      try (Sender successor = open()) {
        assertThat(successor.hasSent(batch(0))).isFalse();
        successor.send(batch(0));
      }
      assertThatThrownBy(paused::commitTransaction).isInstanceOf(KafkaException.class);
    }
    assertThat(read()).containsExactlyInAnyOrderElementsOf(of(0));
  }

  @Test
  void aBatchThatFailsHalfwayLeavesNothingOpen() throws Exception {
    Sender failing = open();
    assertThatThrownBy(() -> failing.send(tooLarge())).isInstanceOf(KafkaException.class);
    failing.close();

    assertThat(transaction()).isIn(TransactionState.PREPARE_ABORT, TransactionState.COMPLETE_ABORT);
    try (Sender successor = open()) {
      assertThat(successor.hasSent(batch(0))).isFalse();
      successor.send(batch(0));
    }
    assertThat(read()).containsExactlyInAnyOrderElementsOf(of(0));
  }

  @Test
  void whoWakesBeforeItHasOpenedFindsTheReceipt() throws Exception {
    Asked first = new Asked(batch(0));
    Asked late = new Asked(batch(0));
    for (Asked asked : List.of(first, late)) {
      try (Dispatcher process = dispatcher(Unproven.REFUSE, 0)) {
        process.commit(List.of(asked));
      }
    }

    assertThat(first.already()).isFalse();
    assertThat(late.already()).isTrue();
    assertThat(read()).containsExactlyInAnyOrderElementsOf(of(0));
  }

  @Test
  void aSendThatFailsEndsTheAttemptAndTheNextOneSends() throws Exception {
    try (Dispatcher overtaken = dispatcher(Unproven.REFUSE, 0)) {
      overtaken.commit(List.of(new Asked(batch(0))));
      open().close();

      assertThatThrownBy(() -> overtaken.commit(List.of(new Asked(batch(1)))))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("wait for the next attempt");
      overtaken.commit(List.of(new Asked(batch(1))));
    }
    assertThat(read()).containsExactlyInAnyOrderElementsOf(of(0, 1));
  }

  @Test
  void subtasksMayShareTheBatchesOfOneSenderInAnyOrder() throws Exception {
    for (long number : new long[] {2, 0, 1, 2, 0, 1}) {
      try (Dispatcher subtask = dispatcher(Unproven.REFUSE, 0)) {
        subtask.commit(List.of(new Asked(batch(number))));
      }
    }
    assertThat(read()).containsExactlyInAnyOrderElementsOf(of(0, 1, 2));
  }

  @Test
  void anOldBatchWithoutAReceiptIsRefusedByName() throws Exception {
    try (Dispatcher dispatcher = dispatcher(Unproven.REFUSE, WEEK.toMillis())) {
      assertThatThrownBy(() -> dispatcher.commit(List.of(new Asked(batch(0)))))
          .isInstanceOf(UnprovenBatch.class)
          .hasMessageContaining("UNPROVEN_BATCH")
          .hasMessageContaining("sink.unproven-batch");
    }
    assertThat(read()).isEmpty();
  }

  @Test
  void aBatchThatIsJustYoungEnoughGoesOut() throws Exception {
    try (Dispatcher dispatcher = dispatcher(Unproven.REFUSE, WEEK.toMillis() - 1)) {
      dispatcher.commit(List.of(new Asked(batch(0))));
    }
    assertThat(read()).containsExactlyInAnyOrderElementsOf(of(0));
  }

  @Test
  void anOldBatchGoesOutOrNotAsTheOptionSays() throws Exception {
    try (Dispatcher dispatcher = dispatcher(Unproven.SKIP, WEEK.toMillis())) {
      dispatcher.commit(List.of(new Asked(batch(0))));
      assertThat(read()).isEmpty();
    }
    try (Dispatcher dispatcher = dispatcher(Unproven.SEND, WEEK.toMillis())) {
      dispatcher.commit(List.of(new Asked(batch(0))));
      assertThat(read()).containsExactlyInAnyOrderElementsOf(of(0));
    }
  }

  private Sender open() {
    return Sender.open(clients, name, topic);
  }

  /** A producer under the sender's name, as one is in the middle of its work. */
  private KafkaProducer<byte[], byte[]> opened() {
    Properties settings = new Properties();
    settings.putAll(producer);
    settings.setProperty(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
    KafkaProducer<byte[], byte[]> opened =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    opened.initTransactions();
    return opened;
  }

  /**
   * @param nowMillis on a clock on which every batch was made at 0
   */
  private Dispatcher dispatcher(Unproven unproven, long nowMillis) {
    return new Dispatcher(
        clients, new Dispatcher.Proof(WEEK.toMillis(), unproven), () -> nowMillis);
  }

  private Batch batch(long number) {
    return new Batch(
        name,
        number,
        0,
        topic,
        IntStream.range(0, RECORDS)
            .mapToObj(i -> new Message(utf8("c" + i), utf8(number + "-" + i), List.of()))
            .toList());
  }

  /** The same records before one that the topic does not take. */
  private Batch tooLarge() {
    List<Message> messages = new ArrayList<>(batch(0).messages());
    messages.add(new Message(utf8("large"), new byte[2 * LARGEST], List.of()));
    return new Batch(name, 0, 0, topic, messages);
  }

  private TransactionState transaction() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(producer)) {
      return admin.describeTransactions(List.of(name)).description(name).get().state();
    }
  }

  private static List<String> of(long... batches) {
    List<String> values = new ArrayList<>();
    for (long number : batches) {
      IntStream.range(0, RECORDS).forEach(i -> values.add(number + "-" + i));
    }
    return values;
  }

  /** All that a reader of committed records sees. */
  private List<String> read() {
    Properties settings = new Properties();
    settings.putAll(consumer);
    settings.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> reader =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(topic, i)).toList();
      reader.assign(all);
      reader.seekToBeginning(all);
      while (all.stream().anyMatch(one -> reader.position(one) < end(reader, one))) {
        reader
            .poll(Duration.ofMillis(100))
            .forEach(record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
      }
    }
    return values;
  }

  private static long end(KafkaConsumer<byte[], byte[]> reader, TopicPartition partition) {
    return reader.endOffsets(List.of(partition)).get(partition);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
