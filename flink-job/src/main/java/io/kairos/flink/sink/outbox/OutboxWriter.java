package io.kairos.flink.sink.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;

/** Keeps what is written until the next checkpoint, and hands it over as a batch then. */
final class OutboxWriter<T> implements CommittingSinkWriter<T, Batch> {
  private final Form<T> form;
  private final long maxBytes;
  private final LongSupplier wallMillis;
  private final String sender;
  private List<Message> messages = new ArrayList<>();
  private long batches;

  /** How an element becomes a record of a topic. */
  record Form<T>(
      String topic,
      KafkaRecordSerializationSchema<T> serializer,
      KafkaRecordSerializationSchema.KafkaSinkContext context) {

    Message message(T element, Long timestamp) {
      return Message.of(serializer.serialize(element, context, timestamp));
    }
  }

  /**
   * @param prefix what its name as a sender begins with; transactional ids and groups do so, too
   */
  OutboxWriter(Form<T> form, String prefix, long maxBytes, LongSupplier wallMillis) {
    this.form = form;
    this.maxBytes = maxBytes;
    this.wallMillis = wallMillis;
    this.sender = prefix + UUID.randomUUID();
  }

  /**
   * @throws OutboxFull if too much waits
   */
  @Override
  public void write(T element, Context context) {
    Message message = form.message(element, context.timestamp());
    messages.add(message);
    long bytes = Waiting.add(sender, message.size());
    if (bytes > maxBytes) {
      throw new OutboxFull(bytes, maxBytes);
    }
  }

  @Override
  public void flush(boolean endOfInput) {
    // All of it goes with the checkpoint.
  }

  @Override
  public Collection<Batch> prepareCommit() {
    if (messages.isEmpty()) {
      return List.of();
    }
    Batch batch = new Batch(sender, batches++, wallMillis.getAsLong(), form.topic(), messages);
    messages = new ArrayList<>();
    return List.of(batch);
  }

  @Override
  public void close() {
    // What was not handed over comes again from the last checkpoint.
    Waiting.forget(sender);
  }
}
