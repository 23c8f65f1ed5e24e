package io.kairos.bench.restore;

import io.kairos.bench.contract.BenchCluster;
import io.kairos.bench.contract.RunOptions;
import io.kairos.bench.meter.Meter;
import io.kairos.bench.ours.OursJob;
import io.kairos.bench.restore.Step.Took;
import io.kairos.local.cluster.JobMetrics;
import io.kairos.local.cluster.LocalCluster;
import io.kairos.local.cluster.RunningJob;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.SavepointFormatType;

/** Kairos reads an input, and is stopped and started: a line for each step. */
final class RestoreRun {
  private static final Duration POLL = Duration.ofMillis(5);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final RunOptions run;
  private final LocalCluster cluster;

  private RestoreRun(RunOptions run, LocalCluster cluster) {
    this.run = run;
    this.cluster = cluster;
  }

  /** Whether it is so by now. */
  private interface Condition {
    boolean holds() throws InterruptedException;
  }

  /**
   * @param args how many events there are, then what a contender is told
   */
  public static void main(String[] args) throws Exception {
    RunOptions run = RunOptions.of(Stream.of(args).skip(1).toArray(String[]::new));
    try (LocalCluster cluster = BenchCluster.start(run)) {
      new RestoreRun(run, cluster).all(Long.parseLong(args[0]));
    }
    System.exit(0);
  }

  private void all(long events) throws Exception {
    RunningJob first = submit(1, null);
    await(first, () -> Meter.polled() >= events && isIdle(first));
    Path one = stop(first, Step.STOP);
    start(Step.RESTORE, 1, one).cancel();
    Path two = stop(start(Step.SCALE_UP, 2, one), null);
    start(Step.SCALE_DOWN, 1, two).cancel();
  }

  private RunningJob start(Step step, int slots, Path savepoint) throws Exception {
    long began = System.nanoTime();
    RunningJob job = submit(slots, savepoint);
    await(job, () -> metrics(job).allRun());
    report(step, began, savepoint);
    return job;
  }

  /**
   * @param step null for one that nobody asks for
   */
  private Path stop(RunningJob job, Step step) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Path savepoint =
        Path.of(URI.create(job.stopWithSavepoint(run.state(), SavepointFormatType.NATIVE)));
    if (step != null) {
      report(step, began, savepoint);
    }
    return savepoint;
  }

  private static void report(Step step, long beganNanos, Path savepoint) throws IOException {
    long millis = Duration.ofNanos(System.nanoTime() - beganNanos).toMillis();
    try (Stream<Path> files = Files.list(savepoint)) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      System.out.println(new Took(step, millis, bytes).line());
    }
  }

  private RunningJob submit(int slots, Path savepoint) throws Exception {
    Configuration settings = cluster.configuration();
    settings.set(CoreOptions.DEFAULT_PARALLELISM, slots);
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    }
    return cluster.submit(OursJob.build(run, settings).getStreamGraph());
  }

  private JobMetrics metrics(RunningJob job) {
    return JobMetrics.of(cluster.webAddress(), job.jobId());
  }

  /** Whether what was read is through. */
  private boolean isIdle(RunningJob job) throws InterruptedException {
    return metrics(job).read().recordsPerSecond().orElse(1) == 0;
  }

  private static void await(RunningJob job, Condition condition)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + LONGEST.toNanos();
    while (!condition.holds()) {
      if (job.isEnded() || System.nanoTime() > giveUp) {
        throw new IOException("the job ended, or did nothing for long", job.failure().orElse(null));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
