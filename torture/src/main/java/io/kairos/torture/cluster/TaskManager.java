package io.kairos.torture.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A TaskManager of two slots. As root, the folder of its state is a small file system of its own,
 * in a mount namespace that ends with the process.
 */
public final class TaskManager implements Part {
  static final int SLOTS = 2;

  private static final int HEAP_MEBIBYTES = 448;
  private static final int DISK_MEBIBYTES = 64;

  /** $0 is the folder, the rest the command. */
  private static final String ON_SMALL_DISK =
      "mount -t tmpfs -o size=" + DISK_MEBIBYTES + "m kairos-torture \"$0\" && exec \"$@\"";

  private final ClusterHome home;
  private final String clusterId;
  private final Path state;
  private final Daemon daemon;
  private int starts;

  TaskManager(ClusterHome home, String clusterId, int number) {
    this.home = home;
    this.clusterId = clusterId;
    this.state = home.folder().resolve("state-" + number);
    this.daemon = new Daemon("%s-taskmanager-%d".formatted(clusterId, number), home.logs());
  }

  /** Starts it, also again after it was killed. It looks for the JobManager that leads. */
  @Override
  public void start() throws IOException {
    starts++;
    Path temporary = Files.createDirectories(home.folder().resolve(daemon.name() + "-tmp"));
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
    daemon.start(hasSmallDisk() ? onSmallDisk(java) : java);
  }

  /** The name of its last start in Flink; each start has another. */
  String resourceId() {
    return daemon.name() + "-" + starts;
  }

  private List<String> onSmallDisk(List<String> java) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("unshare", "--mount", "/bin/sh", "-c", ON_SMALL_DISK));
    command.add(state.toString());
    command.addAll(java);
    return command;
  }

  /** Whether TaskManagers have small disks of their own, which takes root. */
  public static boolean hasSmallDisk() {
    return "root".equals(System.getProperty("user.name"));
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
