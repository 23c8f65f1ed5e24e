package io.kairos.flink.source;

import io.kairos.engine.cleaning.Cleaning;
import io.kairos.engine.cleaning.Rejection;
import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.registry.RefusedFrame;
import io.kairos.flink.registry.RegistryCheck;
import io.kairos.flink.registry.SingleObjects;
import io.kairos.flink.source.proof.Fetched;
import io.kairos.flink.state.CustomerKey;
import io.kairos.flink.state.Envelope;
import io.kairos.wire.DeadLetter;
import io.kairos.wire.Topics;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads and cleans the records of the input topics. Never throws on content: a record that cannot
 * be used comes out as it came in, with the reason. Events go on in single-object encoding,
 * whatever form they came in.
 *
 * <p>Arrival is the log's append time. On a topic that stamps records with their producer's time
 * instead, it is the running maximum of the partition's stamps, so that it never runs backwards;
 * that maximum begins anew at a restart.
 */
public final class Intake implements KafkaRecordDeserializationSchema<Fetched<Ingested>> {
  private static final long serialVersionUID = 1L;

  /** In a flood, they mean that the producer or the registry is not the right one. */
  private static final Set<RejectionReason> UNREAD =
      EnumSet.of(RejectionReason.UNREADABLE, RejectionReason.UNKNOWN_SCHEMA);

  private final KairosConfig config;
  private transient String salt;
  private transient SingleObjects forms;
  private transient WireReader reader;
  private transient Cleaning cleaning;
  private transient Map<String, TopicLog> topics;
  private transient DeadLetters deadLetters;

  public Intake(KairosConfig config) {
    this.config = config;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    config.kafka().requireSecrets();
    RegistryCheck.requireLogin(config.registry());
    salt = config.decisions().keySalt().reveal();
    forms = SingleObjects.of(config.registry());
    reader = new WireReader(config.time().latenessMillis());
    cleaning = new Cleaning(config.decisions().currency(), config.time().futureToleranceMillis());
    deadLetters = new DeadLetters(config.input().maxRecordBytes());
    topics = new HashMap<>();
    for (Topics topic : Topics.inputs()) {
      String name = topic.name(config.topicPrefix());
      topics.put(name, new TopicLog(name, topic));
    }
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Fetched<Ingested>> out) {
    out.collect(new Fetched<>(record.offset(), ingest(record)));
  }

  /**
   * What becomes of one record.
   *
   * @throws UnreadableFlood if too little of the partition can be read
   * @throws io.kairos.flink.registry.RegistryUnavailable if the schema registry does not answer
   */
  public Ingested ingest(ConsumerRecord<byte[], byte[]> record) {
    TopicLog topic = topics.get(record.topic());
    PartitionLog partition = topic.partition(record.partition());
    long arrival = partition.arrivalOf(record);
    Ingested in = ingest(record, topic, arrival);
    partition.saw(arrival, !UNREAD.contains(in.reason()));
    return in;
  }

  private Ingested ingest(ConsumerRecord<byte[], byte[]> record, TopicLog topic, long arrival) {
    if (record.value() != null && record.value().length > config.input().maxRecordBytes()) {
      String size = record.value().length + " bytes";
      return unread(topic, record, arrival, new Rejection(RejectionReason.TOO_LARGE, size));
    }
    try {
      byte[] value = forms.of(topic.topic(), record.value());
      return cleaned(reader.read(topic.origin(), value, arrival), value, record, arrival);
    } catch (RefusedFrame refused) {
      Rejection why = new Rejection(refused.reason(), refused.getMessage());
      return unread(topic, record, arrival, why);
    } catch (UnreadableRecord unreadable) {
      Rejection why = new Rejection(RejectionReason.UNREADABLE, unreadable.getMessage());
      return unread(topic, record, arrival, why);
    }
  }

  private Ingested unread(
      TopicLog topic, ConsumerRecord<byte[], byte[]> record, long arrival, Rejection why) {
    Ingested.Kind kind = new Ingested.Kind(topic.origin(), EventName.UNKNOWN, false);
    return rejected(kind, record, arrival, why);
  }

  private Ingested cleaned(
      Event event, byte[] value, ConsumerRecord<byte[], byte[]> record, long arrival) {
    Ingested.Kind kind = new Ingested.Kind(event.header().origin(), event.name(), event.late());
    Optional<Rejection> rejection = cleaning.check(event);
    if (rejection.isPresent()) {
      return rejected(kind, record, arrival, rejection.get());
    }
    CustomerKey key = CustomerKey.of(salt, event.customerId());
    Envelope envelope =
        new Envelope(key, event.header().origin(), event.positionMillis(), arrival, value);
    return new Ingested(kind, arrival, envelope, null, null);
  }

  private Ingested rejected(
      Ingested.Kind kind, ConsumerRecord<byte[], byte[]> record, long arrival, Rejection why) {
    DeadLetter letter = why.reason().deadLetter() ? deadLetters.of(record, why) : null;
    return new Ingested(kind, arrival, null, why.reason(), letter);
  }

  /** Never asked for: what is fetched does not leave the reader. */
  @Override
  public TypeInformation<Fetched<Ingested>> getProducedType() {
    return TypeInformation.of(new TypeHint<>() {});
  }
}
