package io.kairos.flink.sink.outbox;

import io.kairos.flink.config.DeliveryConfig;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.DefaultKafkaSinkContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A topic written at least once or exactly once. A job may go from one to the other at a savepoint:
 * what waits in the outbox goes out either way.
 *
 * <p>Exactly once, a reader with {@code isolation.level=read_committed} sees each record once, when
 * the checkpoint that holds it is complete. Nothing is open at the brokers between two checkpoints,
 * so no transaction can time out while the job is away.
 *
 * @param topic where it writes
 * @param serializer how
 * @param clients for producer and consumer, secrets as references
 * @param prefix of transactional ids and of the groups of receipts
 */
public record OutboxSink<T>(
    String topic,
    KafkaRecordSerializationSchema<T> serializer,
    ClientSettings clients,
    String prefix,
    DeliveryConfig delivery)
    implements Sink<T>, SupportsCommitter<Batch> {

  @Override
  public CommittingSinkWriter<T, Batch> createWriter(WriterInitContext context) throws IOException {
    return delivery.exactlyOnce()
        ? outbox(context)
        : new PassingWriter<>(atLeastOnce().createWriter(context));
  }

  private CommittingSinkWriter<T, Batch> outbox(WriterInitContext context) throws IOException {
    try {
      DefaultKafkaSinkContext place =
          new DefaultKafkaSinkContext(
              context.getTaskInfo().getIndexOfThisSubtask(),
              context.getTaskInfo().getNumberOfParallelSubtasks(),
              clients.producer());
      serializer.open(context.asSerializationSchemaInitializationContext(), place);
      return new OutboxWriter<>(
          new OutboxWriter.Form<>(topic, serializer, place),
          prefix,
          delivery.maxUncommittedBytes(),
          System::currentTimeMillis);
    } catch (Exception failed) {
      throw new IOException("The form of the records of " + topic + " cannot be opened", failed);
    }
  }

  private Sink<T> atLeastOnce() {
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(clients.producer())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(serializer)
        .build();
  }

  @Override
  public Committer<Batch> createCommitter(CommitterInitContext context) {
    return new Dispatcher(
        clients,
        new Dispatcher.Proof(delivery.receiptMillis(), delivery.unproven()),
        System::currentTimeMillis);
  }

  @Override
  public SimpleVersionedSerializer<Batch> getCommittableSerializer() {
    return new BatchSerializer();
  }
}
