package io.kairos.bench.peer;

import io.kairos.bench.shop.Arguments;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** Flink's settings for a peer: its defaults, but for what the benchmark gives to everyone. */
final class JobSettings {
  private static final MemorySize MANAGED_A_SLOT = MemorySize.ofMebiBytes(512);

  private JobSettings() {}

  static Configuration of(Arguments arguments) {
    Configuration settings = new Configuration();
    settings.set(CoreOptions.DEFAULT_PARALLELISM, arguments.slots());
    settings.set(CoreOptions.TMP_DIRS, arguments.state().resolve("tmp").toString());
    settings.set(TaskManagerOptions.NUM_TASK_SLOTS, arguments.slots());
    settings.set(
        TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_A_SLOT.multiply(arguments.slots()));
    settings.set(StateBackendOptions.STATE_BACKEND, arguments.onDisk() ? "rocksdb" : "hashmap");
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, arguments.onDisk());
    settings.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL,
        Duration.ofMillis(arguments.checkpointMillis()));
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        arguments.state().resolve("checkpoints").toUri().toString());
    // Sinks flush at the end of the input: there is no last checkpoint to wait for.
    settings.set(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH, false);
    // A run that needed a second attempt is no measurement.
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    // Nobody here changes what was handed on.
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    return settings;
  }
}
