package io.kairos.bench.contract;

import io.kairos.bench.meter.Meter;
import io.kairos.local.LocalJob;
import io.kairos.local.cluster.LocalCluster;
import io.kairos.local.cluster.RunningJob;
import java.nio.file.Files;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * A job on a Flink cluster in this process, to its end. It is not restarted: a repeat would count.
 */
public final class BenchCluster {
  private static final MemorySize MANAGED_A_SLOT = MemorySize.ofMebiBytes(512);

  private BenchCluster() {}

  /** Puts a job together. */
  public interface Job {
    /**
     * @param cluster the cluster's settings, to make the environment with
     */
    StreamExecutionEnvironment build(RunOptions run, Configuration cluster) throws Exception;
  }

  /** Runs it and ends the process: with 0 if the job came to its end, else with 1. */
  public static void run(RunOptions run, Job job) {
    try {
      await(run, job);
      System.exit(0);
    } catch (Exception failed) {
      failed.printStackTrace();
      System.exit(1);
    }
  }

  /** Only the cluster. */
  public static LocalCluster start(RunOptions run) throws Exception {
    Files.createDirectories(run.state());
    return LocalCluster.start(run.state(), run.slots(), settings(run));
  }

  private static void await(RunOptions run, Job job) throws Exception {
    try (LocalCluster cluster = start(run)) {
      StreamGraph graph = job.build(run, cluster.configuration()).getStreamGraph();
      RunningJob running = cluster.submit(graph);
      running.awaitEnd();
      // What is asked for after the job's end is not its work.
      Meter.partDone(1);
      Checkpoints.of(new JobStatistics(cluster.webAddress(), running.jobId()))
          .writeTo(run.state().resolveSibling(Checkpoints.FILE));
    }
  }

  private static Configuration settings(RunOptions run) {
    Configuration settings = new Configuration();
    settings.set(StateBackendOptions.STATE_BACKEND, run.backend().flinkName());
    settings.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(run.checkpointMillis()));
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_A_SLOT.multiply(run.slots()));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    // Sinks flush at the end of the input: they need no last checkpoint to wait for.
    settings.set(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH, false);
    settings.set(WebOptions.CHECKPOINTS_HISTORY_SIZE, Checkpoints.REMEMBERED);
    run.settings()
        .forEach(
            (key, value) -> {
              if (key.startsWith(LocalJob.FLINK)) {
                settings.setString(key.substring(LocalJob.FLINK.length()), value);
              }
            });
    return settings;
  }
}
