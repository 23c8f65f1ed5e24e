package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.flink.config.KairosOptions;
import io.kairos.flink.sink.KairosSinks;
import io.kairos.local.InputEvent;
import io.kairos.local.LocalStack;
import io.kairos.local.kafka.TopicTime;
import io.kairos.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A shop's traffic, jobs over it that send exactly once, and what a reader sees of them. */
final class OnceShop {
  private static final int EVENTS = 6_000;
  private static final int PARTITIONS = 3;
  private static final List<InputEvent> SHOP = SomeTraffic.first(EVENTS);
  static final long END = SomeTraffic.afterwards(SHOP);
  static final long HALF = SHOP.get(EVENTS / 2).timeMillis();

  /** So far ahead that time has come to the end whatever the lateness bound. */
  static final long BEYOND = 2 * END - HALF;

  private OnceShop() {}

  /** What a reader sees if nothing breaks. */
  static Map<String, List<String>> unbroken(LocalStack stack) throws Exception {
    try (JobOnBroker unbroken = open(stack)) {
      unbroken.run(bounded());
      Map<String, List<String>> triggers = triggers(unbroken);
      System.out.printf("exactly once: %d triggers%n", count(triggers));
      assertThat(count(triggers)).isGreaterThan(100);
      return triggers;
    }
  }

  static JobOnBroker open(LocalStack stack) throws Exception {
    JobOnBroker job = JobOnBroker.open(stack, PARTITIONS, TopicTime.REPLAY);
    job.produce(SHOP.stream().map(Input::of).toList());
    return job;
  }

  static UnaryOperator<KairosSinks> trapped(Trap trap) {
    return sinks ->
        new KairosSinks(
            WatchedSink.of(sinks.triggers(), trap),
            sinks.decisions(),
            sinks.profiles(),
            sinks.deadLetters());
  }

  static Map<String, String> bounded() {
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

  /** The same, with its checkpoints in a folder. */
  static Map<String, String> bounded(Path folder) {
    return JobOnBroker.with(
        bounded(), "flink.execution.checkpointing.dir", folder.toUri().toString());
  }

  /** A job that goes on at the end of the topics, and leaves its checkpoints behind. */
  static Map<String, String> endless(Path folder) {
    return JobOnBroker.with(
        bounded(folder),
        KairosOptions.BOUNDED.key(),
        "false",
        "flink.execution.checkpointing.externalized-checkpoint-retention",
        "RETAIN_ON_CANCELLATION");
  }

  static Map<String, String> restored(Map<String, String> options, String from) {
    return JobOnBroker.with(options, "flink.execution.state-recovery.path", from);
  }

  static String newestCheckpoint(Path folder) throws IOException {
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
  static Map<String, List<String>> triggers(JobOnBroker job) {
    Map<String, List<String>> sorted = new TreeMap<>();
    Written.bytes(job.stack(), Topics.TRIGGERS)
        .forEach((customer, values) -> sorted.put(customer, new ArrayList<>(values)));
    sorted.values().forEach(values -> values.sort(null));
    return sorted;
  }

  static Map<String, List<String>> distinct(Map<String, List<String>> triggers) {
    Map<String, List<String>> distinct = new TreeMap<>();
    triggers.forEach(
        (customer, values) -> distinct.put(customer, values.stream().distinct().toList()));
    return distinct;
  }

  /** Waits for so many triggers at least. */
  static void await(JobOnBroker job, int all) throws Exception {
    AtomicInteger seen = new AtomicInteger();
    try {
      Deadline.await(
          all + " triggers",
          () -> {
            seen.set(count(triggers(job)));
            return seen.get() >= all;
          });
    } catch (AssertionError late) {
      throw new AssertionError(late.getMessage() + ", but " + seen, late);
    }
  }

  static int count(Map<String, List<String>> triggers) {
    return triggers.values().stream().mapToInt(List::size).sum();
  }
}
