package io.kairos.torture.cluster;

import io.kairos.local.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A TaskManager of two slots. The folder of its state is a {@link SmallDisk} where the machine
 * allows that.
 */
public final class TaskManager implements Part {
  static final int SLOTS = 2;

  private static final int HEAP_MEBIBYTES = 448;

  private final ClusterHome home;
  private final String clusterId;
  private final Path temporary;
  private final Path state;
  private final Daemon daemon;
  private int starts;

  TaskManager(ClusterHome home, String clusterId, int number) {
    this.home = home;
    this.clusterId = clusterId;
    this.state = home.folder().resolve("state-" + number);
    this.daemon = new Daemon("%s-taskmanager-%d".formatted(clusterId, number), home.logs());
    this.temporary = home.temporary(daemon);
  }

  /**
   * Starts it, also again after it was killed, with nothing of what it kept before. It looks for
   * the JobManager that leads.
   */
  @Override
  public void start() throws IOException {
    starts++;
    clear();
    Files.createDirectories(temporary);
    Files.createDirectories(state);
    List<String> java =
        Jvm.tethered(
            HEAP_MEBIBYTES,
            home.logging(),
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            List.of(
                "--configDir",
                home.conf().toString(),
                "-Dhigh-availability.cluster-id=" + clusterId,
                "-Dtaskmanager.resource-id=" + resourceId(),
                "-Dstate.backend.rocksdb.localdir=" + state,
                "-Dio.tmp.dirs=" + temporary));
    daemon.start(SmallDisk.isPossible() ? SmallDisk.over(state, java) : java);
  }

  /** Deletes what it kept, which takes that it does not run. Its log stays. */
  void clear() throws IOException {
    FolderTree.delete(temporary);
    FolderTree.delete(state);
  }

  /** The name of its last start in Flink; each start has another. */
  String resourceId() {
    return daemon.name() + "-" + starts;
  }

  /** The small disk as seen from here, while the process lives. */
  public Path disk() {
    return Path.of("/proc", Long.toString(daemon.pid()), "root")
        .resolve(state.toString().substring(1));
  }

  @Override
  public Daemon daemon() {
    return daemon;
  }
}
