package io.kairos.torture.cluster;

import io.kairos.local.FolderTree;
import io.kairos.local.kafka.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A JobManager with the job in it. One of several leads; the others stand by. */
public final class JobManager implements Part {
  private static final int HEAP_MEBIBYTES = 448;
  private static final String JOB = "io.kairos.flink.KairosJob";

  private final ClusterHome home;
  private final Launch launch;
  private final Daemon daemon;
  private final Path temporary;
  private final int restPort = FreePorts.next();

  JobManager(ClusterHome home, Launch launch, int number) {
    this.home = home;
    this.launch = launch;
    this.daemon = new Daemon("%s-jobmanager-%d".formatted(launch.clusterId(), number), home.logs());
    this.temporary = home.temporary(daemon);
  }

  /**
   * How a deployment begins.
   *
   * @param clusterId its name in ZooKeeper
   * @param from the savepoint or checkpoint to begin with; empty to begin without state
   */
  record Launch(String clusterId, int parallelism, Optional<String> from) {}

  @Override
  public void start() throws IOException {
    clear();
    Files.createDirectories(temporary);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--configDir", home.conf().toString()));
    arguments.addAll(List.of("--job-classname", JOB));
    launch.from().ifPresent(path -> arguments.addAll(List.of("--fromSavepoint", path)));
    arguments.add("-Djobmanager.rpc.address=127.0.0.1");
    arguments.add("-Drest.port=" + restPort);
    arguments.add("-Dio.tmp.dirs=" + temporary);
    arguments.add("-Dweb.tmpdir=" + temporary);
    arguments.add("-Dparallelism.default=" + launch.parallelism());
    arguments.add("-Dhigh-availability.cluster-id=" + launch.clusterId());
    // The two dashes: Flink would read --config as the beginning of its own --configDir.
    arguments.addAll(List.of("--", "--config", home.jobOptions().toString()));
    daemon.start(
        Jvm.tethered(
            HEAP_MEBIBYTES,
            home.logging(),
            "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint",
            arguments));
  }

  /** Deletes what it kept, which takes that it does not run. Its log stays. */
  void clear() throws IOException {
    FolderTree.delete(temporary);
  }

  /** Whether it leads, by the last that its log says of that. */
  public boolean leads() throws IOException {
    if (!daemon.isAlive() || !Files.exists(daemon.log())) {
      return false;
    }
    try (Stream<String> lines = Files.lines(daemon.log())) {
      return lines
          .filter(line -> line.contains("DispatcherRunner"))
          .filter(
              line -> line.contains("granted leadership") || line.contains("revoked leadership"))
          .reduce((earlier, later) -> later)
          .filter(line -> line.contains("granted leadership"))
          .isPresent();
    }
  }

  /** Where Flink's REST interface is. */
  URI rest() {
    return URI.create("http://127.0.0.1:" + restPort);
  }

  @Override
  public Daemon daemon() {
    return daemon;
  }
}
