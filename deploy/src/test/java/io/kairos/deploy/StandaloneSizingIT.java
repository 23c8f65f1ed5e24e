package io.kairos.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kairos.local.InputEvent;
import io.kairos.local.cluster.JobMetrics;
import io.kairos.local.traffic.Traffic;
import io.kairos.local.traffic.TrafficPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what the sizing in docs/operations.md starts from: bytes of state and processor time of
 * one TaskManager with one slot. Runs only where {@code kairos.sizing} says how many events to
 * take.
 */
final class StandaloneSizingIT {
  private static final String EVENTS = "kairos.sizing";
  private static final String CUSTOMERS = "kairos.sizing.customers";
  private static final Instant LIVE_START = Instant.parse("2026-09-15T02:00:00Z");
  private static final Pattern JOB = Pattern.compile("job +([0-9a-f]{32})");
  private static final double WARM_UP = 0.4;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration WITHIN = Duration.ofMinutes(30);

  /** What a process has done, and used of the processor, by a moment. */
  private record Reading(long events, double cpuSeconds, double seconds) {}

  @TempDir private Path folder;

  @Test
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void measuresOneSlot() throws Exception {
    long events = Long.getLong(EVENTS, 0);
    assumeTrue(events > 0, () -> "no measurement: -D" + EVENTS + "=1000000 asks for one");
    int customers = Integer.getInteger(CUSTOMERS, 100_000);
    try (StandaloneShop shop = StandaloneShop.open(folder);
        StandaloneCluster cluster =
            StandaloneCluster.create(folder, 1, 1, asInProduction())
                .withJobOptions(options(shop))) {
      Set<String> touched = new HashSet<>();
      long[] times = feed(shop, (int) events, customers, touched);
      cluster.runWell("start.sh", "--jar", JobJarIT.JAR.toString());
      measure(cluster, times);
      measureTopics(times.length);
      measureState(cluster, touched.size());
      cluster.runWell("stop.sh");
    }
  }

  /** Partitions run no further ahead of each other than in production. */
  private static Map<String, String> options(StandaloneShop shop) {
    Map<String, String> options = new HashMap<>(shop.jobOptions());
    options.remove("time.alignment");
    return options;
  }

  private static Map<String, String> asInProduction() throws IOException {
    return Map.of(
        "env.java.opts.all",
        StandaloneSettings.shipped().get("env.java.opts.all") + " -Xmx2g -XX:+UseG1GC",
        "taskmanager.memory.task.heap.size",
        "1500 mb",
        "taskmanager.memory.managed.size",
        "1 gb",
        "execution.checkpointing.interval",
        "60 s");
  }

  /** Writes the events, and lets time pass them; returns when each was. */
  private static long[] feed(StandaloneShop shop, int events, int customers, Set<String> touched) {
    // As many an hour of each customer as in the demo.
    double perSecond =
        customers * TrafficPlan.DEFAULT_EVENTS_PER_SECOND / TrafficPlan.DEFAULT_CUSTOMERS;
    Traffic traffic = new Traffic(new TrafficPlan(7, customers, LIVE_START, perSecond));
    long[] times = new long[events];
    for (int sent = 0; sent < events; sent++) {
      InputEvent event = traffic.next();
      shop.send(event);
      touched.add(event.customerId());
      times[sent] = event.timeMillis();
    }
    shop.passTo(Instant.ofEpochMilli(times[events - 1]).plusSeconds(60));
    return times;
  }

  private static void measure(StandaloneCluster cluster, long[] times) throws Exception {
    JobMetrics metrics = JobMetrics.of(URI.create("http://" + cluster.master()), jobId(cluster));
    ProcessHandle taskManager = cluster.taskManager();
    Reading warm = await(metrics, taskManager, times, WARM_UP);
    Reading done = await(metrics, taskManager, times, 1);
    long counted = done.events() - warm.events();
    System.out.printf(
        "sizing: the last %,d of %,d events: %.1f s of the processor for a million events,"
            + " %.0f events a second; from the start of the process on %.0f s%n",
        counted,
        times.length,
        (done.cpuSeconds() - warm.cpuSeconds()) / counted * 1e6,
        counted / (done.seconds() - warm.seconds()),
        done.cpuSeconds());
  }

  /** Waits until a part of the events was decided. */
  private static Reading await(
      JobMetrics metrics, ProcessHandle taskManager, long[] times, double part) throws Exception {
    long giveUp = System.nanoTime() + WITHIN.toNanos();
    Reading now = read(metrics, taskManager, times);
    while (now.events() < part * times.length) {
      assertThat(System.nanoTime()).as("the end is reached in time").isLessThan(giveUp);
      LockSupport.parkNanos(PAUSE.toNanos());
      now = read(metrics, taskManager, times);
    }
    return now;
  }

  private static Reading read(JobMetrics metrics, ProcessHandle process, long[] times)
      throws InterruptedException {
    long watermark = metrics.read().watermarkMillis().orElse(0);
    int place = Arrays.binarySearch(times, watermark);
    return new Reading(
        place < 0 ? -place - 1 : place,
        process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3,
        System.nanoTime() / 1e9);
  }

  /** What an event leaves in each topic of the broker, keys and batches included. */
  private void measureTopics(int events) throws IOException {
    Map<String, Long> topics = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".log") && file.toString().contains("kairos."))
          .forEach(
              file ->
                  topics.merge(
                      file.getParent().getFileName().toString().replaceAll("-[0-9]+$", ""),
                      size(file),
                      Long::sum));
    }
    topics.forEach(
        (topic, bytes) ->
            System.out.printf("sizing: %s: %d bytes an event%n", topic, bytes / events));
  }

  private void measureState(StandaloneCluster cluster, int customers) throws Exception {
    long checkpoints = bytes(folder.resolve("checkpoints"));
    long rocks = bytes(folder.resolve("rocksdb"));
    cluster.runWell("savepoint.sh");
    long nativeForm = bytes(folder.resolve("savepoints"));
    cluster.runWell("savepoint.sh", "--canonical");
    long canonical = bytes(folder.resolve("savepoints")) - nativeForm;
    System.out.printf(
        "sizing: %,d customers; bytes a customer: RocksDB %d, checkpoints %d, savepoint native %d,"
            + " canonical %d%n",
        customers,
        rocks / customers,
        checkpoints / customers,
        nativeForm / customers,
        canonical / customers);
  }

  private static JobID jobId(StandaloneCluster cluster) throws Exception {
    Matcher job = JOB.matcher(cluster.runWell("status.sh"));
    assertThat(job.find()).isTrue();
    return JobID.fromHexString(job.group(1));
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(StandaloneSizingIT::size).sum();
    }
  }

  /** RocksDB deletes files while they are counted. */
  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
