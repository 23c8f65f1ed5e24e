package io.kairos.local.cluster;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** How Flink is set up on one machine; the state of a job is treated as in production. */
final class ClusterSettings {

  private static final String LOOPBACK = "127.0.0.1";

  /** By default any page in a browser may read Flink's REST interface. None has this origin. */
  private static final String NO_OTHER_PAGE = "http://localhost";

  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
  private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(512);
  private static final MemorySize LEAST_NETWORK_MEMORY = MemorySize.ofMebiBytes(64);

  private ClusterSettings() {}

  /**
   * The settings of the cluster and of the jobs on it.
   *
   * @param folder receives checkpoints, RocksDB's files and everything temporary
   * @param slots also the jobs' parallelism
   */
  static Configuration of(Path folder, int slots) {
    Configuration all = new Configuration();
    addNetwork(all);
    addFolders(all, folder);
    addState(all, folder);
    all.set(CoreOptions.DEFAULT_PARALLELISM, slots);
    all.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    all.set(TaskManagerOptions.NETWORK_MEMORY_MIN, networkMemory(slots));
    all.set(TaskManagerOptions.NETWORK_MEMORY_MAX, networkMemory(slots));
    addRestarts(all);
    all.set(PipelineOptions.GENERIC_TYPES, false);
    return all;
  }

  /**
   * Where customers find their subtask, each of the slots holds a buffer for each of all and one
   * more; as many again are for everything else.
   */
  private static MemorySize networkMemory(int slots) {
    MemorySize buffer = TaskManagerOptions.MEMORY_SEGMENT_SIZE.defaultValue();
    MemorySize needed = buffer.multiply(2.0 * slots * (slots + 1));
    return needed.compareTo(LEAST_NETWORK_MEMORY) > 0 ? needed : LEAST_NETWORK_MEMORY;
  }

  /** Flink's default of restarting for ever would hide an error from the one who waits for it. */
  private static void addRestarts(Configuration all) {
    all.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    all.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
    all.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
  }

  private static void addNetwork(Configuration all) {
    all.set(RestOptions.ADDRESS, LOOPBACK);
    all.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    all.set(RestOptions.BIND_PORT, "0");
    all.set(JobManagerOptions.ADDRESS, LOOPBACK);
    all.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    all.set(TaskManagerOptions.HOST, LOOPBACK);
    all.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    all.set(WebOptions.SUBMIT_ENABLE, false);
    all.set(WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN, NO_OTHER_PAGE);
    all.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, Duration.ofSeconds(1));
  }

  private static void addFolders(Configuration all, Path folder) {
    all.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toString());
    all.set(WebOptions.TMP_DIR, folder.resolve("web").toString());
    all.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, folder.resolve("work").toString());
  }

  private static void addState(Configuration all, Path folder) {
    all.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    all.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    all.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    all.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    all.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.DELETE_ON_CANCELLATION);
  }
}
