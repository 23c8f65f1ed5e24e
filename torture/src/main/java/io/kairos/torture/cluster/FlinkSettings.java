package io.kairos.torture.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Flink's settings: those that a cluster ships with, tightened so that faults are met soon. */
final class FlinkSettings {
  private FlinkSettings() {}

  /**
   * Writes {@code config.yaml}.
   *
   * @param home takes all that Flink writes
   * @param conf the folder to write it to
   */
  static void write(Path home, Path conf, String quorum) throws IOException {
    Map<String, String> all = new TreeMap<>();
    addAvailability(all, home, quorum);
    addCheckpoints(all, home);
    addNetwork(all);
    addMemory(all);
    StringBuilder lines = new StringBuilder();
    all.forEach((key, value) -> lines.append("\"%s\": \"%s\"%n".formatted(key, value)));
    Files.createDirectories(conf);
    Files.writeString(conf.resolve("config.yaml"), lines);
  }

  private static void addAvailability(Map<String, String> all, Path home, String quorum) {
    all.put("high-availability.type", "zookeeper");
    all.put("high-availability.zookeeper.quorum", quorum);
    all.put("high-availability.zookeeper.path.root", "/kairos");
    all.put("high-availability.zookeeper.client.acl", "open");
    all.put("high-availability.zookeeper.client.session-timeout", "4 s");
    all.put("high-availability.zookeeper.client.connection-timeout", "2 s");
    all.put("high-availability.zookeeper.client.retry-wait", "500 ms");
    all.put("high-availability.storageDir", home.resolve("ha").toUri().toString());
    all.put("zookeeper.sasl.disable", "true");
    all.put("job-result-store.delete-on-commit", "false");
    all.put("application-result-store.delete-on-commit", "false");
    all.put("execution.shutdown-on-application-finish", "false");
    // Faults come faster than a back-off could tell them from a job that is broken.
    all.put("restart-strategy.type", "fixed-delay");
    all.put("restart-strategy.fixed-delay.attempts", "1000000");
    all.put("restart-strategy.fixed-delay.delay", "1 s");
    all.put("heartbeat.interval", "2 s");
    all.put("heartbeat.timeout", "8 s");
  }

  private static void addCheckpoints(Map<String, String> all, Path home) {
    all.put("state.backend.type", "rocksdb");
    all.put("execution.checkpointing.dir", home.resolve("checkpoints").toUri().toString());
    all.put("execution.checkpointing.interval", "5 s");
    all.put("execution.checkpointing.min-pause", "1 s");
    all.put("execution.checkpointing.timeout", "30 s");
    all.put("execution.checkpointing.tolerable-failed-checkpoints", "3");
    all.put("execution.checkpointing.incremental", "true");
    all.put("execution.checkpointing.num-retained", "3");
    all.put("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
  }

  private static void addNetwork(Map<String, String> all) {
    all.put("jobmanager.bind-host", "127.0.0.1");
    all.put("rest.bind-address", "127.0.0.1");
    all.put("rest.address", "127.0.0.1");
    all.put("taskmanager.host", "127.0.0.1");
    all.put("taskmanager.bind-host", "127.0.0.1");
    all.put("web.submit.enable", "false");
    // What is told of tasks is no older than that.
    all.put("web.refresh-interval", "200 ms");
  }

  private static void addMemory(Map<String, String> all) {
    all.put("taskmanager.numberOfTaskSlots", Integer.toString(TaskManager.SLOTS));
    // Both TaskManagers have work, where there is enough of it when they have registered.
    all.put("taskmanager.load-balance.mode", "SLOTS");
    all.put("taskmanager.cpu.cores", "1.0");
    all.put("taskmanager.memory.framework.heap.size", "128 mb");
    all.put("taskmanager.memory.framework.off-heap.size", "64 mb");
    all.put("taskmanager.memory.jvm-metaspace.size", "256 mb");
    all.put("taskmanager.memory.jvm-overhead.min", "64 mb");
    all.put("taskmanager.memory.jvm-overhead.max", "64 mb");
    all.put("taskmanager.memory.task.heap.size", "256 mb");
    all.put("taskmanager.memory.task.off-heap.size", "0");
    all.put("taskmanager.memory.network.min", "32 mb");
    all.put("taskmanager.memory.network.max", "32 mb");
    all.put("taskmanager.memory.managed.size", "64 mb");
  }
}
