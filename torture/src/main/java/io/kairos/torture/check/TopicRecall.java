package io.kairos.torture.check;

import io.kairos.wire.Trigger;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Reads records of a topic again, each by its place. It connects when it is first asked, and gives
 * up for good when a record does not come within 10 seconds. Not thread-safe.
 */
final class TopicRecall implements Recall, Closeable {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int POLLS = 20;

  private final Supplier<Consumer<byte[], byte[]>> connection;
  private final String topic;
  private Consumer<byte[], byte[]> consumer;
  private String failure;

  /** The connections that it asks for it closes. */
  TopicRecall(Supplier<Consumer<byte[], byte[]>> connection, String topic) {
    this.connection = connection;
    this.topic = topic;
  }

  @Override
  public String text(Place place) {
    if (failure == null) {
      try {
        Optional<ConsumerRecord<byte[], byte[]>> record = read(place);
        if (record.isPresent()) {
          return text(record.get());
        }
        failure = "not read again: nothing comes of " + place;
      } catch (KafkaException e) {
        failure = "not read again: " + e.getMessage();
      }
    }
    return failure;
  }

  private Optional<ConsumerRecord<byte[], byte[]>> read(Place place) {
    if (consumer == null) {
      consumer = connection.get();
    }
    TopicPartition partition = new TopicPartition(topic, place.partition());
    consumer.assign(List.of(partition));
    consumer.seek(partition, place.offset());
    for (int polls = 0; polls < POLLS; polls++) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
        return record.offset() == place.offset() ? Optional.of(record) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    String headers =
        Arrays.stream(record.headers().toArray())
            .map(TopicRecall::text)
            .collect(Collectors.joining(", "));
    return "%s, key %s, headers %s".formatted(payload(record), text(record.key()), headers);
  }

  private static String payload(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Trigger.getDecoder().decode(record.value()).toString();
    } catch (IOException | AvroRuntimeException e) {
      return "no trigger: " + e.getMessage();
    }
  }

  private static String text(Header header) {
    return header.key() + "=" + text(header.value());
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "none" : new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
