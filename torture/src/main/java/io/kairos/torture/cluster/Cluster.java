package io.kairos.torture.cluster;

import io.kairos.torture.cluster.JobManager.Launch;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Brokers, ZooKeeper, two JobManagers and two TaskManagers as processes of one machine, and relays
 * through which the job talks to the brokers. All end with it, and with this JVM.
 */
public final class Cluster implements Closeable {
  /** As many subtasks as there can be. */
  public static final int MOST_SUBTASKS = 2 * TaskManager.SLOTS;

  private static final Duration RUNS_WITHIN = Duration.ofSeconds(120);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final ClusterHome home;
  private final Brokers brokers;
  private final ZooKeeper zooKeeper;
  private Deployment deployment;
  private int deployments;
  private int parallelism;

  private Cluster(ClusterHome home, Brokers brokers) throws IOException {
    this.home = home;
    this.brokers = brokers;
    this.zooKeeper =
        ZooKeeper.start(home.folder().resolve("zookeeper"), home.logs(), home.logging());
    FlinkSettings.write(home.folder(), home.conf(), zooKeeper.address());
  }

  /**
   * Starts brokers, relays and ZooKeeper, not the job.
   *
   * @param brokers how many, at least 1
   * @param folder receives all they write; exists
   */
  public static Cluster start(int brokers, Path folder) throws IOException, InterruptedException {
    ClusterHome home = new ClusterHome(folder);
    home.layOut();
    Cluster cluster = new Cluster(home, Brokers.in(brokers, folder, home.logs()));
    try {
      cluster.brokers.start();
      return cluster;
    } catch (IOException | InterruptedException e) {
      cluster.close();
      throw e;
    }
  }

  /** Where its parts keep things. */
  public ClusterHome home() {
    return home;
  }

  /** The brokers. */
  public Brokers brokers() {
    return brokers;
  }

  /**
   * Writes the options of the job, beside those that say where its brokers are and what its salt
   * is.
   */
  public void configure(Map<String, String> options) throws IOException {
    Path secrets = home.folder().resolve("secrets.properties");
    Files.writeString(secrets, "key-salt=of the torture\n");
    StringBuilder lines = new StringBuilder();
    lines.append("profile.key-salt=${file:%s:key-salt}%n".formatted(secrets));
    lines.append("kafka.bootstrap.servers=%s%n".formatted(brokers.relayedAddress()));
    options.forEach((key, value) -> lines.append("%s=%s%n".formatted(key, value)));
    Files.writeString(home.jobOptions(), lines);
  }

  /** How many subtasks the job has. */
  public int parallelism() {
    return parallelism;
  }

  /**
   * Starts the job without state, by the options that were written for it, and waits until all its
   * tasks run.
   */
  public void deploy(int subtasks) throws IOException, InterruptedException {
    deploy(subtasks, Optional.empty());
  }

  private void deploy(int subtasks, Optional<String> from)
      throws IOException, InterruptedException {
    parallelism = subtasks;
    deployments++;
    deployment = Deployment.start(home, new Launch("d" + deployments, subtasks, from));
    awaitTasks();
  }

  /**
   * Waits until every subtask of the job runs.
   *
   * @throws IOException if that is not so within two minutes
   */
  public Tasks awaitTasks() throws IOException, InterruptedException {
    return deployment.awaitTasks(tasks -> true, RUNS_WITHIN);
  }

  /**
   * Waits until every subtask of the job runs, and they are not these.
   *
   * @throws IOException if that is not so within two minutes
   */
  public Tasks awaitOtherTasks(Tasks before) throws IOException, InterruptedException {
    return deployment.awaitTasks(tasks -> !tasks.equals(before), RUNS_WITHIN);
  }

  /** Stops the job with a savepoint, and starts it anew from that with other processes. */
  public void redeploy(int subtasks) throws IOException, InterruptedException {
    String job = awaitTasks().job();
    String folder = home.savepoints().toUri().toString();
    String savepoint = new StopWithSavepoint(deployment.rest(), job, folder).within(STOPS_WITHIN);
    deployment.kill();
    deploy(subtasks, Optional.of(savepoint));
  }

  /**
   * Cancels the job, once it has completed a checkpoint, and starts it anew from the last one that
   * it left behind.
   */
  public void restore() throws IOException, InterruptedException {
    String job = awaitTasks().job();
    RetainedCheckpoints checkpoints = new RetainedCheckpoints(home.checkpoints());
    awaitCheckpoint(checkpoints, job);
    deployment.cancel(job, STOPS_WITHIN);
    deployment.kill();
    deploy(parallelism, checkpoints.newest(job).map(newest -> newest.toUri().toString()));
  }

  private static void awaitCheckpoint(RetainedCheckpoints checkpoints, String job)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + RUNS_WITHIN.toNanos();
    while (checkpoints.newest(job).isEmpty()) {
      if (System.nanoTime() > giveUp) {
        throw new IOException(
            "no checkpoint was completed within %d s".formatted(RUNS_WITHIN.toSeconds()));
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
    }
  }

  /**
   * Starts again what is not alive, as who watches over processes does.
   *
   * @return those that nobody had asked to end
   * @throws IOException if ZooKeeper is one of them, which nothing here survives
   */
  public List<Death> revive() throws IOException, InterruptedException {
    if (zooKeeper.daemon().diedUnasked()) {
      throw new IOException(Death.of(zooKeeper.daemon()).toString());
    }
    List<Death> deaths = new ArrayList<>();
    for (Part part : parts()) {
      if (part.daemon().diedUnasked()) {
        deaths.add(Death.of(part.daemon()));
      }
      if (!part.daemon().isAlive()) {
        part.start();
      }
    }
    return deaths;
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>(brokers.all());
    parts.addAll(deployment.jobManagers());
    parts.addAll(deployment.taskManagers());
    return parts;
  }

  /**
   * A TaskManager in which tasks run.
   *
   * @param which counts from 0 among them, and on from the beginning where there are fewer
   */
  public TaskManager taskManagerAtWork(int which) throws IOException, InterruptedException {
    Tasks tasks = awaitTasks();
    List<TaskManager> atWork =
        taskManagers().stream().filter(each -> tasks.runIn(each.resourceId())).toList();
    if (atWork.isEmpty()) {
      throw new IOException("no TaskManager is known to run a task");
    }
    return atWork.get(which % atWork.size());
  }

  /** Both TaskManagers, first and second. */
  public List<TaskManager> taskManagers() {
    return deployment.taskManagers();
  }

  /**
   * The JobManager that leads.
   *
   * @throws IOException if none does within two minutes
   */
  public JobManager leader() throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + RUNS_WITHIN.toNanos();
    while (System.nanoTime() < giveUp) {
      for (JobManager jobManager : deployment.jobManagers()) {
        if (jobManager.leads()) {
          return jobManager;
        }
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
    }
    throw new IOException("no JobManager leads");
  }

  /**
   * Ends all processes. May be called again, and by another thread than the one that runs the
   * campaign.
   */
  @Override
  public void close() throws IOException {
    brokers.close();
    daemons().forEach(Daemon::kill);
  }

  private Stream<Daemon> daemons() {
    Deployment last = deployment;
    Stream<Daemon> job = last == null ? Stream.empty() : last.daemons();
    return Stream.concat(job, Stream.concat(brokers.daemons(), Stream.of(zooKeeper.daemon())));
  }
}
