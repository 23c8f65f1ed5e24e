package io.kairos.local.cluster;

import io.kairos.local.FolderTree;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flink in this JVM for one run: one TaskManager, RocksDB, incremental checkpoints, and the web UI
 * on a free port of the loopback interface.
 */
public final class LocalCluster implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final MiniCluster cluster;
  private final Configuration configuration;
  private final Path folder;
  private final URI webAddress;

  private LocalCluster(
      MiniCluster cluster, Configuration configuration, Path folder, URI webAddress) {
    this.cluster = cluster;
    this.configuration = configuration;
    this.folder = folder;
    this.webAddress = webAddress;
  }

  /**
   * Starts the cluster.
   *
   * @param workDir an existing folder; the cluster's own is created in it
   * @param slots how many subtasks of an operator run at once, at least 1; the parallelism of a job
   *     that sets none
   * @throws Exception if Flink cannot start
   */
  public static LocalCluster start(Path workDir, int slots) throws Exception {
    return start(workDir, slots, new Configuration());
  }

  /**
   * Starts the cluster with settings of one's own beside, or instead of, those that it has.
   *
   * @throws Exception if Flink cannot start
   */
  public static LocalCluster start(Path workDir, int slots, Configuration more) throws Exception {
    Path folder = Files.createTempDirectory(workDir, "flink-");
    for (String child : new String[] {"tmp", "web", "work", "checkpoints"}) {
      Files.createDirectory(folder.resolve(child));
    }
    Configuration configuration = ClusterSettings.of(folder, slots);
    configuration.addAll(more);
    MiniCluster cluster = miniCluster(configuration, slots);
    try {
      cluster.start();
      URI webAddress = answer(cluster.getRestAddress());
      return new LocalCluster(cluster, configuration, folder, webAddress);
    } catch (Exception e) {
      stop(cluster);
      FolderTree.delete(folder);
      throw e;
    }
  }

  private static MiniCluster miniCluster(Configuration configuration, int slots) {
    return new MiniCluster(
        new MiniClusterConfiguration.Builder()
            .setConfiguration(configuration)
            .setNumTaskManagers(1)
            .setNumSlotsPerTaskManager(slots)
            .build());
  }

  /** A copy of the settings to build a job's {@code StreamExecutionEnvironment} with. */
  public Configuration configuration() {
    return new Configuration(configuration);
  }

  /**
   * Runs a job, and returns once it is accepted.
   *
   * @throws IOException if Flink refuses it
   */
  public RunningJob submit(StreamGraph graph) throws IOException, InterruptedException {
    JobID jobId = graph.getOptionalJobId().orElseGet(JobID::generate);
    graph.setJobId(jobId);
    answer(cluster.submitJob(graph));
    return new RunningJob(cluster, jobId);
  }

  /** Where the web UI and the REST interface are. */
  public URI webAddress() {
    return webAddress;
  }

  /** The folder with checkpoints and temporary files; gone after {@link #close()}. */
  public Path folder() {
    return folder;
  }

  /** Stops all jobs and the cluster, within 5 seconds, and deletes its folder. */
  @Override
  public void close() throws IOException {
    stop(cluster);
    FolderTree.delete(folder);
  }

  private static void stop(MiniCluster cluster) {
    try {
      cluster.closeAsync().get(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Flink did not stop cleanly; it ends with this process", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static <T> T answer(CompletableFuture<T> future) throws IOException, InterruptedException {
    try {
      return future.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("Flink refused: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("Flink did not answer in " + ANSWER_WITHIN.toSeconds() + " s", e);
    }
  }
}
