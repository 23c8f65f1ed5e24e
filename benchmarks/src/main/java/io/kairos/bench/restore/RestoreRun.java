package io.kairos.bench.restore;

import io.kairos.bench.contract.BenchCluster;
import io.kairos.bench.contract.RunOptions;
import io.kairos.bench.ours.OursJob;
import io.kairos.bench.restore.Step.Took;
import io.kairos.flink.config.KairosOptions;
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
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Kairos reads an input, and is stopped and started: a line for each step. */
final class RestoreRun {
  private static final Duration OFTEN = Duration.ofMillis(10);
  private static final Duration SELDOM = Duration.ofSeconds(1);

  private final RunOptions run;
  private final LocalCluster cluster;

  private RestoreRun(RunOptions run, LocalCluster cluster) {
    this.run = run;
    this.cluster = cluster;
  }

  /** Whether it is so by now. */
  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  /**
   * @param args what a contender is told; two slots, and {@code time.end} among the settings
   */
  public static void main(String[] args) throws Exception {
    RunOptions run = RunOptions.of(args);
    try (LocalCluster cluster = BenchCluster.start(run)) {
      new RestoreRun(run, cluster).all();
    }
    System.exit(0);
  }

  private void all() throws Exception {
    RunningJob first = cluster.submit(graph(1, null));
    awaitEndOfInput(first);
    long began = System.nanoTime();
    Path one = stop(first);
    report(Step.STOP, began, one);
    end(start(Step.RESTORE, 1, one));
    Path two = stop(start(Step.SCALE_UP, 2, one));
    end(start(Step.SCALE_DOWN, 1, two));
  }

  /** Until time has come to the end of the input in all tasks, so that nothing is under way. */
  private void awaitEndOfInput(RunningJob job) throws IOException, InterruptedException {
    JobMetrics metrics = JobMetrics.of(cluster.webAddress(), job.jobId());
    long end = Long.parseLong(run.settings().get(KairosOptions.END.key()));
    await(SELDOM, job, () -> metrics.read().watermarkMillis().orElse(Long.MIN_VALUE) >= end);
  }

  private RunningJob start(Step step, int slots, Path savepoint) throws Exception {
    StreamGraph graph = graph(slots, savepoint);
    long began = System.nanoTime();
    RunningJob job = cluster.submit(graph);
    await(OFTEN, job, job::allRun);
    report(step, began, savepoint);
    return job;
  }

  private Path stop(RunningJob job) throws IOException, InterruptedException {
    return Path.of(URI.create(job.stopWithSavepoint(run.state(), SavepointFormatType.NATIVE)));
  }

  private static void end(RunningJob job) {
    job.cancel();
    while (!job.isEnded()) {
      LockSupport.parkNanos(OFTEN.toNanos());
    }
  }

  private static void report(Step step, long beganNanos, Path savepoint) throws IOException {
    long millis = Duration.ofNanos(System.nanoTime() - beganNanos).toMillis();
    try (Stream<Path> files = Files.list(savepoint)) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      System.out.println(new Took(step, millis, bytes).line());
    }
  }

  private StreamGraph graph(int slots, Path savepoint) throws Exception {
    Configuration settings = cluster.configuration();
    settings.set(CoreOptions.DEFAULT_PARALLELISM, slots);
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    }
    return OursJob.build(run, settings).getStreamGraph();
  }

  private static void await(Duration pause, RunningJob job, Condition condition)
      throws IOException, InterruptedException {
    while (!condition.holds()) {
      if (job.isEnded()) {
        throw new IOException("the job ended", job.failure().orElse(null));
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }
}
