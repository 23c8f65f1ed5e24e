package io.kairos.local.profiles;

import io.kairos.local.StopSignal;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.MessageDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/**
 * The profiles of a topic, each part of it from the beginning to its end when its reading began.
 */
public final class ProfilesTopic implements ProfileSource {
  private final TopicReader topic;
  private final MessageDecoder<GenericRecord> decoder;
  private final ReadCount count;

  private ProfilesTopic(TopicReader topic, ProfileShape shape, ReadCount count) {
    this.topic = topic;
    this.decoder = shape.decoder();
    this.count = count;
  }

  /**
   * Connects.
   *
   * @throws io.kairos.local.CommandError if no broker answers, or it has no such topic
   */
  public static ProfilesTopic open(
      KafkaAccess access, ProfileShape shape, ReadCount count, StopSignal stop) throws IOException {
    return new ProfilesTopic(TopicReader.open(access, Topics.PROFILES, stop), shape, count);
  }

  @Override
  public String name() {
    return topic.name();
  }

  @Override
  public Part all() {
    return visitor -> read(topic.partitions(), visitor);
  }

  /** First the partition to which Kafka's default partitioner takes the key, then the others. */
  @Override
  public List<Part> partsFor(String customerId) {
    byte[] key = customerId.getBytes(StandardCharsets.UTF_8);
    List<TopicPartition> all = topic.partitions();
    int own = BuiltInPartitioner.partitionForKey(key, all.size());
    List<TopicPartition> home = all.stream().filter(p -> p.partition() == own).toList();
    List<TopicPartition> others = all.stream().filter(p -> p.partition() != own).toList();
    return List.of(visitor -> read(home, visitor), visitor -> read(others, visitor));
  }

  @Override
  public void close() {
    topic.close();
  }

  private void read(List<TopicPartition> some, Visitor visitor) throws IOException {
    topic.read(
        some,
        message -> {
          count.add(topic.name());
          visitor.visit(new Published(message));
        });
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
                .formatted(
                    record.offset(),
                    record.partition(),
                    topic.name(),
                    unreadable.getMessage() + FrameHint.of(record.value())),
            unreadable);
      }
    }
  }
}
