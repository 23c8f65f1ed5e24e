package io.kairos.flink.source.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;
import org.junit.jupiter.api.Test;

/** Readers hear that partitions are handed out: not before they are, and each once. */
class TellingEnumeratorTest {
  private final Coordinator coordinator = new Coordinator();
  private final Brokers brokers = new Brokers();
  private final TellingEnumerator enumerator = new TellingEnumerator(brokers, coordinator);

  @Test
  void nobodyIsToldWhileTheBrokersHaveNotAnswered() {
    begin(0, 1);
    coordinator.tick();
    coordinator.tick();

    assertThat(coordinator.told).isEmpty();
  }

  @Test
  void allAreToldOnceTheyHave() {
    begin(0, 1);
    coordinator.tick();
    brokers.answered = true;
    coordinator.tick();
    coordinator.tick();

    assertThat(coordinator.told).containsExactly("0 ALL", "1 ALL");
  }

  @Test
  void aReaderThatComesLaterIsToldBehindItsPartitions() {
    begin(0);
    brokers.answered = true;
    coordinator.tick();
    coordinator.register(1);
    enumerator.addReader(1);

    assertThat(coordinator.told).containsExactly("0 ALL", "added 1", "1 ALL");
  }

  private void begin(int... readers) {
    enumerator.start();
    for (int reader : readers) {
      coordinator.register(reader);
      enumerator.addReader(reader);
    }
    coordinator.told.clear();
  }

  /** Flink's Kafka source, as far as it is asked. */
  private final class Brokers
      implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {
    private boolean answered;

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<KafkaPartitionSplit> splits, int subtask) {}

    @Override
    public void addReader(int subtask) {
      coordinator.told.add("added " + subtask);
    }

    @Override
    public KafkaSourceEnumState snapshotState(long checkpoint) {
      return new KafkaSourceEnumState(List.of(), List.of(), answered);
    }

    @Override
    public void close() {}
  }

  /** Flink's coordinator, whose clock ticks when it is told to. */
  private static final class Coordinator implements SplitEnumeratorContext<KafkaPartitionSplit> {
    private final Map<Integer, ReaderInfo> readers = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<Runnable> periodic = new ArrayList<>();

    void tick() {
      periodic.forEach(Runnable::run);
    }

    void register(int reader) {
      readers.put(reader, new ReaderInfo(reader, "here"));
    }

    @Override
    public void sendEventToSourceReader(int subtask, SourceEvent event) {
      told.add(subtask + " " + event);
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
      return readers;
    }

    @Override
    public <T> void callAsync(
        Callable<T> call, BiConsumer<T, Throwable> handler, long delay, long period) {
      periodic.add(() -> handler.accept(null, null));
    }

    @Override
    public <T> void callAsync(Callable<T> call, BiConsumer<T, Throwable> handler) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SplitEnumeratorMetricGroup metricGroup() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int currentParallelism() {
      return readers.size();
    }

    @Override
    public void assignSplits(SplitsAssignment<KafkaPartitionSplit> assignment) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void signalNoMoreSplits(int subtask) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void runInCoordinatorThread(Runnable runnable) {
      runnable.run();
    }
  }
}
