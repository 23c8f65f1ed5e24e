package io.kairos.local.job;

import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the same events lie in the topics, and however many read them, the outcome is one. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
final class InterleavingIT {
  private static final int EVENTS = 5_000;

  /** How many events a repeated one may come after its first time, at most. */
  private static final int FARTHEST_REPEAT = 200;

  private final List<InputEvent> events = SomeTraffic.first(EVENTS);
  private final List<Input> inOrder = events.stream().map(Input::of).toList();
  private LocalStack stack;
  private Outcome expected;

  @BeforeAll
  void runOneReaderOverOnePartition(LocalStack shared) throws Exception {
    stack = shared;
    expected = outcome(1, 1, inOrder);
    System.out.println("interleaving: " + expected);
  }

  @ParameterizedTest
  @CsvSource({"4, 4", "3, 2", "2, 4"})
  void partitionsAndParallelismChangeNothing(int partitions, int parallelism) throws Exception {
    outcome(partitions, parallelism, inOrder).requireEqual(expected);
  }

  @Test
  void topicsWrittenOneAfterTheOtherChangeNothing() throws Exception {
    List<Input> ordersFirst = new ArrayList<>(inOrder);
    ordersFirst.sort(Comparator.comparing(Input::topic, Comparator.<Topics>reverseOrder()));

    outcome(2, 2, ordersFirst).requireEqual(expected);
  }

  @Test
  void repeatedRecordsChangeNothing() throws Exception {
    outcome(2, 2, withRepeats()).requireEqual(expected);
  }

  private Outcome outcome(int partitions, int parallelism, List<Input> inputs) throws Exception {
    Map<String, String> options =
        JobOnBroker.with(
            JobOnBroker.replayTo(SomeTraffic.afterwards(events)),
            "flink.parallelism.default",
            Integer.toString(parallelism));
    try (JobOnBroker job = JobOnBroker.open(stack, partitions, TopicTime.REPLAY)) {
      job.produce(inputs);
      job.run(options);
      return Outcome.of(job);
    }
  }

  /** Every fifth record once more, at once or some time later. */
  private List<Input> withRepeats() {
    RandomGenerator random = new SplittableRandom(3);
    TreeMap<Integer, List<Input>> repeats = new TreeMap<>();
    for (int i = 0; i < inOrder.size(); i += 5) {
      int place = Math.min(inOrder.size() - 1, i + random.nextInt(FARTHEST_REPEAT));
      repeats.computeIfAbsent(place, absent -> new ArrayList<>()).add(inOrder.get(i));
    }
    List<Input> all = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      all.add(inOrder.get(i));
      all.addAll(repeats.getOrDefault(i, List.of()));
    }
    return all;
  }
}
