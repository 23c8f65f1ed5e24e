package io.kairos.flink.sink.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the batches of one sender, each at most once, whoever else tries.
 *
 * <p>Its name is the transactional id and the group of the receipt. Opening it ends what an earlier
 * opener has begun, committed or not at all, and bars that one for ever; only then is the receipt
 * read. So what the receipt does not cover has not gone out and will not, and a process that wakes
 * after its successor has sent finds the receipt, or is barred itself.
 */
final class Sender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  /**
   * How long a batch may take to send: as long as brokers allow by default, since one that takes
   * longer never goes out. It costs little: who opens a sender again ends what is left open at
   * once.
   */
  static final int TIMEOUT_MILLIS = 15 * 60 * 1000;

  /** Enough for the brokers to be told, and little enough for a job that is to restart. */
  static final Duration TO_TAKE_BACK = Duration.ofSeconds(5);

  private final String name;
  private final TopicPartition place;
  private final Producer<byte[], byte[]> producer;
  private ConsumerGroupMetadata group;
  private Receipt receipt = Receipt.NONE;
  private boolean found;
  private boolean sending;

  /** One that takes nothing for sent. */
  Sender(String name, TopicPartition place, Producer<byte[], byte[]> producer) {
    this.name = name;
    this.place = place;
    this.producer = producer;
  }

  /**
   * @param topic whose first partition the receipt is about
   * @throws KafkaException if the broker does not answer or refuses
   */
  static Sender open(ClientSettings clients, String name, String topic) {
    Properties settings = new Properties();
    settings.putAll(clients.producer());
    settings.setProperty(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
    settings.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Integer.toString(TIMEOUT_MILLIS));
    Sender sender =
        new Sender(
            name,
            new TopicPartition(topic, 0),
            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    try {
      sender.producer.initTransactions();
      sender.readReceipt(clients.consumer());
      return sender;
    } catch (KafkaException failed) {
      sender.close();
      throw failed;
    }
  }

  /** Waits until no transaction holds the receipt any more. */
  private void readReceipt(Properties given) {
    Properties settings = new Properties();
    settings.putAll(given);
    settings.setProperty(ConsumerConfig.GROUP_ID_CONFIG, name);
    settings.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      group = consumer.groupMetadata();
      OffsetAndMetadata kept = consumer.committed(Set.of(place)).get(place);
      found = kept != null;
      receipt = found ? Receipt.of(kept) : Receipt.NONE;
    }
  }

  String name() {
    return name;
  }

  boolean hasSent(Batch batch) {
    return receipt.covers(batch.number());
  }

  /** Whether the broker keeps a receipt of any batch at all. */
  boolean hasReceipt() {
    return found;
  }

  /**
   * Sends a batch with its receipt, in one transaction. Each record may take delivery.timeout.ms;
   * only once all are confirmed do receipt and commit begin, which may take max.block.ms each.
   *
   * @throws KafkaException if that failed, or nobody knows: the sender is of no use then, and the
   *     next one that opens under its name will know
   */
  void send(Batch batch) {
    Receipt next = receipt.with(batch.number());
    producer.beginTransaction();
    sending = true;
    batch.messages().forEach(message -> producer.send(message.to(batch.topic())));
    producer.flush();
    producer.sendOffsetsToTransaction(Map.of(place, next.kept()), group);
    producer.commitTransaction();
    sending = false;
    receipt = next;
    found = true;
  }

  /**
   * Leaves at once, or within {@link #TO_TAKE_BACK} where a batch was not sent to its end: the
   * producer aborts what is open, so that readers of committed records need not wait for it, but
   * nothing whose commit was asked for. What is open after that is ended by the next one under this
   * name, or by the brokers after {@link #TIMEOUT_MILLIS}.
   */
  @Override
  public void close() {
    try {
      producer.close(sending ? TO_TAKE_BACK : Duration.ZERO);
    } catch (KafkaException unfinished) {
      LOG.debug("{} was not closed in peace", name, unfinished);
    }
  }
}
