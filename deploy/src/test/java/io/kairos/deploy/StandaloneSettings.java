package io.kairos.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Flink's settings of a plain cluster. */
final class StandaloneSettings {
  private static final Path SHIPPED = Path.of("standalone/conf/config.yaml");
  private static final String HOST = "127.0.0.1";

  private StandaloneSettings() {}

  /** What the cluster ships with. */
  static Map<String, Object> shipped() throws IOException {
    Map<String, Object> settings = new TreeMap<>();
    String yaml = Files.readString(SHIPPED);
    ((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml))
        .forEach((key, value) -> settings.put((String) key, value));
    return settings;
  }

  /**
   * What a test needs otherwise.
   *
   * @param folder receives all that Flink writes
   * @param quorum ZooKeeper's address
   */
  static Map<String, String> ofATest(Path folder, String quorum) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    settings.put("high-availability.zookeeper.quorum", quorum);
    settings.put("high-availability.zookeeper.client.session-timeout", "4 s");
    settings.put("high-availability.zookeeper.client.connection-timeout", "2 s");
    settings.put("high-availability.zookeeper.client.retry-wait", "500 ms");
    settings.put("high-availability.storageDir", folder.resolve("ha").toUri().toString());
    settings.put("execution.checkpointing.dir", folder.resolve("checkpoints").toUri().toString());
    settings.put(
        "execution.checkpointing.savepoint-dir", folder.resolve("savepoints").toUri().toString());
    settings.put("execution.checkpointing.interval", "1 s");
    settings.put("execution.checkpointing.min-pause", "500 ms");
    settings.put("state.backend.rocksdb.localdir", folder.resolve("rocksdb").toString());
    settings.put("io.tmp.dirs", Files.createDirectories(folder.resolve("tmp")).toString());
    settings.put("jobmanager.bind-host", HOST);
    settings.put("rest.bind-address", HOST);
    settings.put("taskmanager.host", HOST);
    settings.put("taskmanager.bind-host", HOST);
    settings.put("heartbeat.interval", "1 s");
    settings.put("heartbeat.timeout", "5 s");
    settings.put("metrics.reporter.prom.port", "23200-23299");
    // What Flink's own scripts compute from taskmanager.memory.process.size.
    settings.put("taskmanager.numberOfTaskSlots", "1");
    settings.put("taskmanager.cpu.cores", "1.0");
    settings.put("taskmanager.memory.framework.heap.size", "128 mb");
    settings.put("taskmanager.memory.framework.off-heap.size", "64 mb");
    settings.put("taskmanager.memory.jvm-metaspace.size", "256 mb");
    settings.put("taskmanager.memory.jvm-overhead.min", "64 mb");
    settings.put("taskmanager.memory.jvm-overhead.max", "64 mb");
    settings.put("taskmanager.memory.task.heap.size", "256 mb");
    settings.put("taskmanager.memory.task.off-heap.size", "0");
    settings.put("taskmanager.memory.network.min", "32 mb");
    settings.put("taskmanager.memory.network.max", "32 mb");
    settings.put("taskmanager.memory.managed.size", "64 mb");
    settings.put(
        "env.java.opts.all",
        shipped().get("env.java.opts.all") + " -Xmx448m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    return settings;
  }
}
