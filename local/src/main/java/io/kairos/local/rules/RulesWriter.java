package io.kairos.local.rules;

import io.kairos.local.CommandError;
import io.kairos.local.profiles.KafkaAccess;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Appends versions to the rules topic. What is written together goes out as one batch, so that the
 * broker takes all of it or nothing, and stamps it with one append time.
 */
final class RulesWriter implements Closeable {
  /** Just below what a broker takes at once by default. */
  private static final int BATCH_BYTES = 1_000_000;

  private static final int ANSWER_WITHIN_MILLIS = 7_000;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final RuleRecords records = new RuleRecords();
  private final Producer<byte[], byte[]> producer;
  private final String topic;

  RulesWriter(Producer<byte[], byte[]> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  static RulesWriter connect(KafkaAccess access, String topic) {
    Map<String, Object> settings = new HashMap<>(access.settings());
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, access.bootstrapServers());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3 * ANSWER_WITHIN_MILLIS);
    return new RulesWriter(
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()), topic);
  }

  /**
   * Writes versions in their order.
   *
   * @param end where the topic ended when it was read
   * @throws CommandError if the broker did not take everything, or another's records came between
   */
  List<Published> write(List<Revision> revisions, Activation at, long end) {
    List<Future<RecordMetadata>> answers = new ArrayList<>();
    for (Revision revision : revisions) {
      answers.add(producer.send(record(revision, at.now())));
    }
    producer.flush();
    List<Published> written = new ArrayList<>();
    boolean isAlone = true;
    for (int i = 0; i < revisions.size(); i++) {
      RecordMetadata taken = answer(answers.get(i), written);
      written.add(at.published(revisions.get(i), Instant.ofEpochMilli(taken.timestamp())));
      isAlone &= taken.offset() <= end + i;
    }
    if (!isAlone) {
      throw overtaken(written);
    }
    return written;
  }

  /** Both are on the topic; of one key it keeps the later record only. */
  private static CommandError overtaken(List<Published> written) {
    return new CommandError(
        "somebody else has changed the rules at the same moment. Written: %s. Where both wrote the"
                .formatted(keys(written))
            + " same version, only the later one is left: look at ./kairos rules history ID, and"
            + " publish again what is missing");
  }

  private ProducerRecord<byte[], byte[]> record(Revision revision, Instant now) {
    return new ProducerRecord<>(
        topic, 0, now.toEpochMilli(), records.key(revision), records.value(revision));
  }

  private static RecordMetadata answer(Future<RecordMetadata> future, List<Published> written) {
    try {
      return future.get();
    } catch (ExecutionException refused) {
      throw new CommandError(
          "Kafka did not take everything: %s. Written: %s. Try again:"
                  .formatted(refused.getCause().getMessage(), keys(written))
              + " what is written is not written twice",
          refused.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CommandError("stopped before Kafka said what it took; see ./kairos rules list");
    }
  }

  private static String keys(List<Published> written) {
    return written.isEmpty()
        ? "nothing"
        : written.stream().map(one -> one.revision().key()).collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
