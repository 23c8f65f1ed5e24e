package io.kairos.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.engine.event.Origin;
import io.kairos.flink.TestConfig;
import io.kairos.flink.Wire;
import io.kairos.flink.config.KairosConfig;
import io.kairos.flink.config.KairosOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A rule speaks to everybody at one instant. While the operator works on one watermark, a
 * checkpoint waits: for no more than a slice of the customers. The longest such step is printed.
 */
class OneInstantTest {
  private static final int CUSTOMERS = 100_000;
  private static final int MOST_AT_ONCE = DueCustomers.SLICE;
  private static final long STEP_MILLIS = 200;
  private static final long MINUTE = 60_000;
  private static final long MORNING = Instant.parse("2026-04-04T02:00:00Z").toEpochMilli();

  /** Eight in the evening in the shop. */
  private static final long EVENING = Instant.parse("2026-04-05T12:00:00Z").toEpochMilli();

  private static final String RULES =
      """
      rules:
        - id: evening
          every: 2026-04-05
          at: "20:00"
          purpose: service
          send: {channel: push, template: t, validFor: 4h}
      """;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  static Stream<StateBackend> backends() {
    EmbeddedRocksDBStateBackend rocks = new EmbeddedRocksDBStateBackend(true);
    rocks.getMemoryConfiguration().setFixedMemoryPerSlot("256 mb");
    return Stream.of(new HashMapStateBackend(), rocks);
  }

  @ParameterizedTest
  @MethodSource("backends")
  void noStepHoldsACheckpointForMoreThanASlice(StateBackend backend) throws Exception {
    AtomicInteger sent = new AtomicInteger();
    try (Subtasks job = Subtasks.start(config(), backend)) {
      everybodyComes(job);
      for (long now = MORNING + MINUTE; now < EVENING - MINUTE; now += 10 * MINUTE) {
        step(job, now, sent);
      }
      long longestNanos = 0;
      for (long now = EVENING - 3 * STEP_MILLIS; now <= EVENING + MINUTE; now += STEP_MILLIS) {
        int before = sent.get();
        longestNanos = Math.max(longestNanos, step(job, now, sent));
        assertThat(sent.get() - before).as("sent at %s", now).isLessThanOrEqualTo(MOST_AT_ONCE);
      }
      System.out.printf(
          "%s: the longest step took %d ms of CPU%n",
          backend.getClass().getSimpleName(), longestNanos / 1_000_000);

      assertThat(sent).hasValue(CUSTOMERS);
    }
  }

  private KairosConfig config() throws Exception {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    return TestConfig.of(Map.of(KairosOptions.RULES.key(), rules.toString()));
  }

  private static void everybodyComes(Subtasks job) throws Exception {
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      byte[] view = Wire.view("c" + customer, MORNING);
      job.process(new Logged(Origin.CLICKSTREAM, 0, MORNING, view).envelope());
    }
    job.watermark(MORNING);
    job.drain(any -> {}, any -> {});
  }

  /** How long the operator worked on a watermark, nanoseconds of CPU. */
  private static long step(Subtasks job, long now, AtomicInteger sent) throws Exception {
    long start = THREADS.getCurrentThreadCpuTime();
    job.watermark(now);
    long took = THREADS.getCurrentThreadCpuTime() - start;
    job.drain(trigger -> sent.incrementAndGet(), any -> {});
    return took;
  }
}
