package io.kairos.flink.source.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/**
 * Hands partitions out as Flink's Kafka source does, and tells every reader once all have been: one
 * without any would otherwise never know whether it only waits for the brokers' first answer.
 */
@SuppressWarnings("try") // Flink's enumerator may be interrupted while it closes
final class TellingEnumerator
    implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {
  private static final long EVERY_MILLIS = Duration.ofMillis(200).toMillis();

  private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> kafka;
  private final SplitEnumeratorContext<KafkaPartitionSplit> context;
  private boolean handedOut;

  TellingEnumerator(
      SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> kafka,
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    this.kafka = kafka;
    this.context = context;
  }

  @Override
  public void start() {
    kafka.start();
    context.callAsync(() -> true, (tick, failure) -> look(), EVERY_MILLIS, EVERY_MILLIS);
  }

  @Override
  public void addReader(int subtask) {
    kafka.addReader(subtask);
    if (handedOut) {
      tell(subtask);
    }
  }

  private void look() {
    if (!handedOut && isHandedOut()) {
      handedOut = true;
      context.registeredReaders().keySet().forEach(this::tell);
    }
  }

  private void tell(int subtask) {
    context.sendEventToSourceReader(subtask, HandedOut.ALL);
  }

  /** Partitions are found and handed out in one go. */
  private boolean isHandedOut() {
    try {
      return kafka.snapshotState(0).initialDiscoveryFinished();
    } catch (Exception impossible) { // Flink's interface allows for any
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void handleSplitRequest(int subtask, String host) {
    kafka.handleSplitRequest(subtask, host);
  }

  @Override
  public void addSplitsBack(List<KafkaPartitionSplit> splits, int subtask) {
    kafka.addSplitsBack(splits, subtask);
  }

  @Override
  public void handleSourceEvent(int subtask, SourceEvent event) {
    kafka.handleSourceEvent(subtask, event);
  }

  @Override
  public KafkaSourceEnumState snapshotState(long checkpoint) throws Exception {
    return kafka.snapshotState(checkpoint);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    kafka.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    kafka.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void close() throws IOException {
    kafka.close();
  }
}
