package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.sink.KairosSinks;
import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.cluster.RunningJob;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Whatever breaks on the way, a reader of committed records sees every trigger once. Each run is
 * compared with one that nothing breaks, record by record.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedStack.class)
final class ExactlyOnceIT {
  private static final int EVENTS = 6_000;
  private static final int PARTITIONS = 2;
  private static final List<InputEvent> SHOP = SomeTraffic.first(EVENTS);
  private static final long END = SomeTraffic.afterwards(SHOP);
  private static final long HALF = SHOP.get(EVENTS / 2).timeMillis();

  /** So far ahead that time has come to the end whatever the lateness bound. */
  private static final long BEYOND = 2 * END - HALF;

  private Map<String, List<String>> expected;

  @BeforeAll
  void runUnbroken(LocalStack stack) throws Exception {
    try (JobOnBroker unbroken = shop(stack)) {
      unbroken.run(bounded());
      expected = triggers(unbroken);
      System.out.printf("exactly once: %d triggers%n", count(expected));
      assertThat(count(expected)).isGreaterThan(100);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Failpoint.class,
      mode = Mode.EXCLUDE,
      names = {"COMMITTED_STILL_IN_STATE", "HANGS_BEFORE_COMMIT"})
  void sendsEachTriggerOnceThoughItBreaks(Failpoint point, LocalStack stack) throws Exception {
    Trap trap = Trap.at(point);
    try (JobOnBroker broken = shop(stack)) {
      broken.start(bounded(), trapped(trap)).awaitEnd();

      assertThat(trap.broken()).isPositive();
      assertThat(triggers(broken)).isEqualTo(expected);
    }
  }

  @Test
  void doesNotSendAgainWhatOnlyTheCheckpointHoldsForUnsent(LocalStack stack, @TempDir Path folder)
      throws Exception {
    Trap trap = Trap.at(Failpoint.COMMITTED_STILL_IN_STATE);
    try (JobOnBroker broken = shop(stack)) {
      broken.tick(HALF);
      RunningJob job = broken.start(endless(folder), trapped(trap));
      Deadline.await("a commit, and a failure after it", () -> trap.broken() > 0);

      broken.tick(BEYOND);
      awaitAll(broken);
      job.stopWithSavepoint(folder);

      assertThat(triggers(broken)).isEqualTo(expected);
    }
  }

  @Test
  void sendsWhatACancelledJobHadNotSentWithAnotherParallelism(
      LocalStack stack, @TempDir Path folder) throws Exception {
    Trap trap = Trap.at(Failpoint.HANGS_BEFORE_COMMIT);
    try (JobOnBroker broken = shop(stack)) {
      broken.tick(HALF);
      RunningJob cancelled = broken.start(endless(folder), trapped(trap));
      Deadline.await("a checkpoint that is complete", () -> trap.broken() > 0);
      cancelled.cancel();
      Deadline.await("the end of the job", cancelled::isEnded);
      assertThat(triggers(broken)).isEmpty();

      broken.tick(BEYOND);
      RunningJob next =
          broken.start(
              JobOnBroker.with(
                  restored(endless(folder), newestCheckpoint(folder)),
                  "flink.parallelism.default",
                  "1"));
      awaitAll(broken);
      next.stopWithSavepoint(folder);

      assertThat(triggers(broken)).isEqualTo(expected);
    }
  }

  @Test
  void repeatsTheSameBytesFromAnOlderSavepoint(LocalStack stack, @TempDir Path folder)
      throws Exception {
    try (JobOnBroker job = shop(stack)) {
      job.tick(HALF);
      RunningJob first = job.start(endless(folder));
      Deadline.await("triggers", () -> !triggers(job).isEmpty());
      String savepoint = first.stopWithSavepoint(folder);
      final int before = count(triggers(job));

      job.tick(BEYOND);
      RunningJob second = job.start(restored(endless(folder), savepoint));
      awaitAll(job);
      second.stopWithSavepoint(folder);
      assertThat(triggers(job)).isEqualTo(expected);

      RunningJob again = job.start(restored(endless(folder), savepoint));
      int all = 2 * count(expected) - before;
      Deadline.await(all + " triggers", () -> count(triggers(job)) >= all);
      again.stopWithSavepoint(folder);

      assertThat(count(triggers(job))).isEqualTo(all);
      assertThat(distinct(triggers(job))).isEqualTo(distinct(expected));
    }
  }

  @Test
  void goesFromExactlyOnceToAtLeastOnceAndBack(LocalStack stack, @TempDir Path folder)
      throws Exception {
    try (JobOnBroker job = shop(stack)) {
      String savepoint = null;
      for (String guarantee : List.of("exactly-once", "at-least-once", "exactly-once")) {
        Map<String, String> options =
            JobOnBroker.with(endless(folder), KairosOptions.GUARANTEE.key(), guarantee);
        RunningJob leg = job.start(savepoint == null ? options : restored(options, savepoint));
        int before = count(triggers(job));
        job.tick(savepoint == null ? HALF : (HALF + END) / 2);
        if (guarantee.equals("at-least-once") || savepoint == null) {
          Deadline.await("more triggers", () -> count(triggers(job)) > before);
        } else {
          job.tick(BEYOND);
          awaitAll(job);
        }
        savepoint = leg.stopWithSavepoint(folder);
      }
      assertThat(triggers(job)).isEqualTo(expected);
    }
  }

  private void awaitAll(JobOnBroker job) throws Exception {
    Deadline.await("all triggers", () -> count(triggers(job)) >= count(expected));
  }

  private static JobOnBroker shop(LocalStack stack) throws Exception {
    JobOnBroker job = JobOnBroker.open(stack, PARTITIONS, TopicTime.REPLAY);
    job.produce(SHOP.stream().map(Input::of).toList());
    return job;
  }

  private static UnaryOperator<KairosSinks> trapped(Trap trap) {
    return sinks ->
        new KairosSinks(
            WatchedSink.of(sinks.triggers(), trap),
            sinks.decisions(),
            sinks.profiles(),
            sinks.deadLetters());
  }

  private static Map<String, String> bounded() {
    return JobOnBroker.with(
        JobOnBroker.replayTo(END),
        KairosOptions.GUARANTEE.key(),
        "exactly-once",
        "flink.execution.checkpointing.interval",
        "200 ms",
        "flink.parallelism.default",
        "2",
        "flink.restart-strategy.type",
        "fixed-delay",
        "flink.restart-strategy.fixed-delay.delay",
        "100 ms",
        "flink.restart-strategy.fixed-delay.attempts",
        "3");
  }

  /** A job that goes on at the end of the topics, and leaves its checkpoints behind. */
  private static Map<String, String> endless(Path folder) {
    return JobOnBroker.with(
        bounded(),
        KairosOptions.BOUNDED.key(),
        "false",
        "flink.execution.checkpointing.dir",
        folder.toUri().toString(),
        "flink.execution.checkpointing.externalized-checkpoint-retention",
        "RETAIN_ON_CANCELLATION");
  }

  private static Map<String, String> restored(Map<String, String> options, String from) {
    return JobOnBroker.with(options, "flink.execution.state-recovery.path", from);
  }

  private static String newestCheckpoint(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().equals("_metadata"))
          .map(Path::getParent)
          .max((one, other) -> Long.compare(number(one), number(other)))
          .orElseThrow()
          .toUri()
          .toString();
    }
  }

  private static long number(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().replaceAll("\\D", ""));
  }

  /** Of each customer what a reader of committed records sees, repeats and all, sorted. */
  private static Map<String, List<String>> triggers(JobOnBroker job) {
    Map<String, List<String>> sorted = new TreeMap<>();
    Written.bytes(job.stack(), Topics.TRIGGERS)
        .forEach((customer, values) -> sorted.put(customer, new ArrayList<>(values)));
    sorted.values().forEach(values -> values.sort(null));
    return sorted;
  }

  private static Map<String, List<String>> distinct(Map<String, List<String>> triggers) {
    Map<String, List<String>> distinct = new TreeMap<>();
    triggers.forEach(
        (customer, values) -> distinct.put(customer, values.stream().distinct().toList()));
    return distinct;
  }

  private static int count(Map<String, List<String>> triggers) {
    return triggers.values().stream().mapToInt(List::size).sum();
  }
}
