package io.kairos.local.profiles;

import io.kairos.local.CommandError;
import io.kairos.local.StopSignal;
import io.kairos.local.replay.WholeTopic;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.MessageDecoder;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * The profiles of a topic, each part of it from the beginning to its end when its reading began.
 */
public final class ProfilesTopic implements ProfileSource {
  private final KafkaAccess access;
  private final String topic;
  private final MessageDecoder<GenericRecord> decoder;
  private final ReadCount count;
  private final StopSignal stop;
  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private ProfilesTopic(KafkaAccess access, ProfileShape shape, ReadCount count, StopSignal stop)
      throws IOException {
    this.access = access;
    this.topic = Topics.PROFILES.name(access.topicPrefix());
    this.decoder = shape.decoder();
    this.count = count;
    this.stop = stop;
    this.consumer = explained(access::connect);
    stop.onRequest(consumer::wakeup);
    try {
      this.partitions = explained(this::partitions);
    } catch (CommandError closing) {
      consumer.close();
      throw closing;
    }
  }

  /**
   * Connects.
   *
   * @throws CommandError if no broker answers, or it has no such topic
   */
  public static ProfilesTopic open(
      KafkaAccess access, ProfileShape shape, ReadCount count, StopSignal stop) throws IOException {
    return new ProfilesTopic(access, shape, count, stop);
  }

  @Override
  public String name() {
    return topic;
  }

  @Override
  public Part all() {
    return visitor -> read(partitions, visitor);
  }

  /** First the partition to which Kafka's default partitioner takes the key, then the others. */
  @Override
  public List<Part> partsFor(String customerId) {
    byte[] key = customerId.getBytes(StandardCharsets.UTF_8);
    int own = BuiltInPartitioner.partitionForKey(key, partitions.size());
    List<TopicPartition> home = partitions.stream().filter(p -> p.partition() == own).toList();
    List<TopicPartition> others = partitions.stream().filter(p -> p.partition() != own).toList();
    return List.of(visitor -> read(home, visitor), visitor -> read(others, visitor));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void read(List<TopicPartition> some, Visitor visitor) throws IOException {
    explained(
        () -> {
          for (ConsumerRecord<byte[], byte[]> record : new WholeTopic(consumer, some)) {
            count.add(topic);
            visitor.visit(new Published(record));
          }
          return null;
        });
  }

  private List<TopicPartition> partitions() {
    List<TopicPartition> found = new ArrayList<>();
    consumer
        .partitionsFor(topic)
        .forEach(info -> found.add(new TopicPartition(topic, info.partition())));
    if (found.isEmpty()) {
      throw new CommandError(
          "there is no topic %s on Kafka at %s%s"
              .formatted(topic, access.bootstrapServers(), otherTopics()));
    }
    return found;
  }

  private String otherTopics() {
    String others =
        consumer.listTopics().keySet().stream()
            .filter(name -> name.endsWith(Topics.PROFILES.label()))
            .sorted()
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? ": check the address and --topic-prefix, and that the job has run"
        : "; there is " + others + ": see --topic-prefix";
  }

  private <T> T explained(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (WakeupException asked) {
      stop.throwIfRequested();
      throw asked;
    } catch (KafkaException trouble) {
      throw KafkaTrouble.explain(trouble, access);
    }
  }

  /** What is asked of Kafka. */
  private interface Question<T> {
    T ask() throws IOException;
  }

  private final class Published implements Entry {
    private final ConsumerRecord<byte[], byte[]> record;

    Published(ConsumerRecord<byte[], byte[]> record) {
      this.record = record;
    }

    @Override
    public String customerId() {
      return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<GenericRecord> profile() throws IOException {
      if (record.value() == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(decoder.decode(record.value()));
      } catch (IOException | AvroRuntimeException unreadable) {
        throw new UnreadableProfile(
            "record %d of partition %d of %s is no profile that this release can read: %s"
                .formatted(record.offset(), record.partition(), topic, unreadable.getMessage()),
            unreadable);
      }
    }
  }
}
