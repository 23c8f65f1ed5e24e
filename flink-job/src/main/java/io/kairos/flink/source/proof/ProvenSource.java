package io.kairos.flink.source.proof;

import io.kairos.flink.config.DeletedEvents;
import io.kairos.flink.config.KafkaClients;
import io.kairos.flink.config.TimeConfig;
import io.kairos.flink.metrics.Tally;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Flink's Kafka source, in which the time of a partition that is proved to be read to its end goes
 * on with the clock, less the skew and the lateness bound. What is appended later has an arrival
 * after that. State is the Kafka source's own, in its own form.
 */
public final class ProvenSource<T> implements Source<T, KafkaPartitionSplit, KafkaSourceEnumState> {
  private static final long serialVersionUID = 1L;

  private final KafkaSource<Fetched<T>> kafka;
  private final KafkaClients clients;
  private final TimeConfig time;
  private final DeletedEvents deleted;

  /**
   * @param kafka resets no offset
   */
  public ProvenSource(
      KafkaSource<Fetched<T>> kafka, KafkaClients clients, TimeConfig time, DeletedEvents deleted) {
    this.kafka = kafka;
    this.clients = clients;
    this.time = time;
    this.deleted = deleted;
  }

  @Override
  public Boundedness getBoundedness() {
    return kafka.getBoundedness();
  }

  @Override
  public SourceReader<T, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    Unproven unproven = new Unproven(System::nanoTime);
    unproven.register(context.metricGroup().addGroup(Tally.GROUP));
    EndChecks checks = new EndChecks(time.quiet(), unproven);
    Bell bell = new Bell();
    EndCheckThread thread =
        new EndCheckThread(
            checks,
            () -> KafkaEnds.connect(clients, deleted),
            time.quiet().checkMillis(),
            bell::ring);
    return new ProvenReader<>(KafkaReaders.of(kafka, context, deleted), checks, thread, bell, time);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return new TellingEnumerator(kafka.createEnumerator(context), context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state)
      throws Exception {
    return new TellingEnumerator(kafka.restoreEnumerator(context, state), context);
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return kafka.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return kafka.getEnumeratorCheckpointSerializer();
  }
}
