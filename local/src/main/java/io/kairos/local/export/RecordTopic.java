package io.kairos.local.export;

import io.kairos.local.StopSignal;
import io.kairos.local.profiles.FrameHint;
import io.kairos.local.profiles.KafkaAccess;
import io.kairos.local.profiles.ReadCount;
import io.kairos.local.profiles.TopicReader;
import io.kairos.wire.SchemaArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of a topic, in Avro or, as {@code sink.format} may have it, plain JSON. */
public final class RecordTopic implements RecordSource {
  /** Of a place; above them stands the partition. */
  private static final int OFFSET_BITS = 48;

  private final TopicReader reader;
  private final ExportTopic topic;
  private final BinaryMessageDecoder<GenericRecord> avro;
  private final ReadCount count;

  private RecordTopic(TopicReader reader, ExportTopic topic, ReadCount count) {
    this.reader = reader;
    this.topic = topic;
    this.count = count;
    this.avro =
        new BinaryMessageDecoder<>(GenericData.get(), topic.schema(), SchemaArchive.released());
    avro.addSchema(topic.schema());
  }

  /**
   * Connects.
   *
   * @throws io.kairos.local.CommandError if no broker answers, or it has no such topic
   */
  public static RecordTopic open(
      KafkaAccess access, ExportTopic topic, ReadCount count, StopSignal stop) throws IOException {
    return new RecordTopic(TopicReader.open(access, topic.topic(), stop), topic, count);
  }

  @Override
  public void read(Visitor visitor) throws IOException {
    reader.read(
        reader.partitions(),
        message -> {
          count.add(reader.name());
          visitor.visit(published(message));
        });
  }

  private static Published published(ConsumerRecord<byte[], byte[]> message) {
    String customer =
        message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
    long place = (long) message.partition() << OFFSET_BITS | message.offset();
    return new Published(Optional.of(customer), place, message.value());
  }

  @Override
  public GenericRecord decode(long place, byte[] value) throws UnreadableRecord {
    try {
      return value.length > 0 && value[0] == '{'
          ? JsonRecords.decode(value, topic.schema())
          : avro.decode(value);
    } catch (IOException | AvroRuntimeException broken) {
      long offset = place & (1L << OFFSET_BITS) - 1;
      throw new UnreadableRecord(
          "record %d of partition %d of %s is no %s that this release can read: %s"
              .formatted(
                  offset,
                  place >>> OFFSET_BITS,
                  reader.name(),
                  topic.singular(),
                  broken.getMessage() + FrameHint.of(value)),
          broken);
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
