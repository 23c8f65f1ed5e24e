package io.kairos.flink.source.proof;

import io.kairos.flink.config.TimeConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;

/**
 * Flink's reader of partitions, with a thread beside it that checks where they end. What that
 * proves becomes the watermark of the partition, in the reader's own thread.
 */
@SuppressWarnings("try") // Flink's reader may be interrupted while it closes
final class ProvenReader<T> implements SourceReader<T, KafkaPartitionSplit> {
  private final SourceReader<Fetched<T>, KafkaPartitionSplit> reader;
  private final EndChecks checks;
  private final EndCheckThread thread;
  private final Bell bell;
  private final TimeConfig time;
  private final Idleness idleness = new Idleness();
  private final Map<String, ReadPosition> positions = new HashMap<>();
  private PositionedOutput<T> output;

  /**
   * @param thread runs the checks; not started yet
   * @param bell rings when they have something to say
   */
  ProvenReader(
      SourceReader<Fetched<T>, KafkaPartitionSplit> reader,
      EndChecks checks,
      EndCheckThread thread,
      Bell bell,
      TimeConfig time) {
    this.reader = reader;
    this.checks = checks;
    this.thread = thread;
    this.bell = bell;
    this.time = time;
  }

  @Override
  public void start() {
    reader.start();
    thread.start();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> main) throws Exception {
    if (output == null) {
      output = new PositionedOutput<>(main, positions);
    }
    if (bell.answer()) {
      thread.requireRunning();
      output.emitProven(time.quiet().skewMillis() + time.latenessMillis() + 1);
      idleness.tell(main, !positions.isEmpty());
    }
    return reader.pollNext(output);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    CompletableFuture<Void> records = reader.isAvailable();
    if (records.isDone()) {
      return records;
    }
    bell.ringWhen(records);
    return bell.awaited();
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    List<KafkaPartitionSplit> begun = splits.stream().map(ProvenReader::fromTheFirst).toList();
    for (KafkaPartitionSplit split : begun) {
      ReadPosition position = new ReadPosition(split.getStartingOffset());
      positions.put(split.splitId(), position);
      checks.watch(split.getTopicPartition(), position);
    }
    reader.addSplits(begun);
    bell.ring();
  }

  /**
   * What Flink holds is the offset behind the last record. The marks that lie there may be deleted
   * before the next record comes, and would then be missed.
   */
  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
    return reader.snapshotState(checkpoint).stream()
        .map(split -> from(behindMarks(split), split))
        .toList();
  }

  private long behindMarks(KafkaPartitionSplit split) {
    return positions.get(split.splitId()).behindMarks(split.getStartingOffset());
  }

  /**
   * A partition that came later is to begin wherever its log does, which is below 0. It begins at
   * 0, so that what is deleted of it unread is missed.
   */
  private static KafkaPartitionSplit fromTheFirst(KafkaPartitionSplit split) {
    return from(Math.max(0, split.getStartingOffset()), split);
  }

  /** The same from an offset on. */
  static KafkaPartitionSplit from(long offset, KafkaPartitionSplit split) {
    return new KafkaPartitionSplit(
        split.getTopicPartition(),
        offset,
        split.getStoppingOffset().orElse(KafkaPartitionSplit.NO_STOPPING_OFFSET));
  }

  @Override
  public void notifyNoMoreSplits() {
    reader.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    if (event == HandedOut.ALL) {
      idleness.begin();
      bell.ring();
    } else {
      reader.handleSourceEvents(event);
    }
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    reader.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    reader.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    reader.pauseOrResumeSplits(pause, resume);
  }

  @Override
  public void close() throws Exception {
    thread.close();
    reader.close();
  }
}
