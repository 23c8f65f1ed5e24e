package io.kairos.flink.source.proof;

import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Origin;
import io.kairos.flink.source.Ingested;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;

/** Stands for Flink's reader: hands on what it is given, and writes down what it is told. */
final class ListedReader implements SourceReader<Fetched<Ingested>, KafkaPartitionSplit> {
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private CompletableFuture<Void> available = new CompletableFuture<>();

  private record Waiting(String split, Fetched<Ingested> record) {}

  /** A record with an arrival comes to lie in a partition. */
  void append(TopicPartition partition, long offset, long arrival) {
    Ingested.Kind kind = new Ingested.Kind(Origin.ORDERS, EventName.ORDER_PAID, false);
    Ingested record = new Ingested(kind, arrival, null, null, null);
    String split = KafkaPartitionSplit.toSplitId(partition);
    waiting.add(new Waiting(split, new Fetched<>(offset, record)));
    available.complete(null);
  }

  List<String> told() {
    return told;
  }

  @Override
  public void start() {
    told.add("start");
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Fetched<Ingested>> output) {
    Waiting next = waiting.poll();
    if (next != null) {
      output.createOutputForSplit(next.split()).collect(next.record(), 0);
    }
    if (waiting.isEmpty()) {
      available = new CompletableFuture<>();
      return InputStatus.NOTHING_AVAILABLE;
    }
    return InputStatus.MORE_AVAILABLE;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
    told.add("snapshot " + checkpoint);
    return List.of(new KafkaPartitionSplit(new TopicPartition("cart", 0), 7));
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    told.add("splits " + splits.stream().map(KafkaPartitionSplit::getStartingOffset).toList());
  }

  @Override
  public void notifyNoMoreSplits() {
    told.add("no more splits");
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    told.add("event");
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    told.add("complete " + checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) {
    told.add("aborted " + checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    told.add("pause " + pause + " resume " + resume);
  }

  @Override
  public void close() {
    told.add("close");
  }
}
