package io.kairos.torture.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One start of the job: two JobManagers and two TaskManagers under a cluster id of their own. */
final class Deployment {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final List<JobManager> jobManagers;
  private final List<TaskManager> taskManagers;
  private final JobRest rest;

  private Deployment(List<JobManager> jobManagers, List<TaskManager> taskManagers) {
    this.jobManagers = jobManagers;
    this.taskManagers = taskManagers;
    this.rest = new JobRest(jobManagers);
  }

  /** Starts the processes; the job does not run yet. */
  static Deployment start(ClusterHome home, JobManager.Launch launch) throws IOException {
    List<JobManager> jobManagers =
        IntStream.rangeClosed(1, 2).mapToObj(n -> new JobManager(home, launch, n)).toList();
    List<TaskManager> taskManagers =
        IntStream.rangeClosed(1, 2)
            .mapToObj(n -> new TaskManager(home, launch.clusterId(), n))
            .toList();
    for (JobManager jobManager : jobManagers) {
      jobManager.start();
    }
    for (TaskManager taskManager : taskManagers) {
      taskManager.start();
    }
    return new Deployment(jobManagers, taskManagers);
  }

  List<JobManager> jobManagers() {
    return jobManagers;
  }

  List<TaskManager> taskManagers() {
    return taskManagers;
  }

  JobRest rest() {
    return rest;
  }

  Stream<Daemon> daemons() {
    return Stream.concat(
        jobManagers.stream().map(JobManager::daemon),
        taskManagers.stream().map(TaskManager::daemon));
  }

  /**
   * Waits until the job is in a state such as RUNNING.
   *
   * @return the job's id
   * @throws IOException if it is not in time, or no JobManager is left
   */
  String await(String state, Duration atMost) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < giveUp && anyJobManagerLives()) {
      Optional<String> job = rest.job(state);
      if (job.isPresent()) {
        return job.get();
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
    }
    throw new IOException(
        "the job is not %s within %d s: see %s"
            .formatted(state, atMost.toSeconds(), jobManagers.get(0).daemon().log()));
  }

  private boolean anyJobManagerLives() {
    return jobManagers.stream().anyMatch(jobManager -> jobManager.daemon().isAlive());
  }

  /** Ends all processes. */
  void kill() {
    daemons().forEach(Daemon::kill);
  }
}
