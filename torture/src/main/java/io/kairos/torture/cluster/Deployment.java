package io.kairos.torture.cluster;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One start of the job: two JobManagers and two TaskManagers under a cluster id of their own. */
final class Deployment {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final List<JobManager> jobManagers;
  private final List<TaskManager> taskManagers;
  private final JobRest rest;
  private boolean begun;

  private Deployment(List<JobManager> jobManagers, List<TaskManager> taskManagers) {
    this.jobManagers = jobManagers;
    this.taskManagers = taskManagers;
    this.rest = new JobRest(this::addresses);
  }

  private List<URI> addresses() {
    return jobManagers.stream()
        .filter(jobManager -> jobManager.daemon().isAlive())
        .map(JobManager::rest)
        .toList();
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
   * Waits until every subtask of every vertex runs: a job that Flink calls RUNNING may still wait
   * for slots.
   *
   * @param which the tasks that are waited for
   * @throws IOException if that is not so in time, or no JobManager is left, or a process has ended
   *     before the tasks ran for the first time
   */
  Tasks awaitTasks(Predicate<Tasks> which, Duration atMost)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < giveUp && anyJobManagerLives()) {
      Optional<Tasks> tasks = runningTasks().filter(which);
      if (tasks.isPresent()) {
        begun = true;
        return tasks.get();
      }
      requireAllBegin();
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
    }
    throw late("not all tasks of the job run", atMost);
  }

  private void requireAllBegin() throws IOException {
    Optional<Daemon> dead = daemons().filter(Daemon::diedUnasked).findFirst();
    if (!begun && dead.isPresent()) {
      throw new IOException(Death.of(dead.get()).toString());
    }
  }

  private Optional<Tasks> runningTasks() throws InterruptedException {
    Optional<String> job = rest.job("RUNNING");
    return job.isEmpty() ? Optional.empty() : rest.tasks(job.get()).filter(Tasks::allRun);
  }

  /**
   * Cancels the job, and asks for that again until it is taken.
   *
   * @throws IOException if the job is not cancelled in time
   */
  void cancel(String job, Duration atMost) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + atMost.toNanos();
    boolean taken = false;
    while (System.nanoTime() < giveUp) {
      taken = taken || rest.cancel(job);
      if (rest.job("CANCELED").isPresent()) {
        return;
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
    }
    throw late("the job is not cancelled", atMost);
  }

  private IOException late(String what, Duration atMost) {
    return new IOException(
        "%s within %d s: see %s"
            .formatted(what, atMost.toSeconds(), jobManagers.get(0).daemon().log()));
  }

  private boolean anyJobManagerLives() {
    return jobManagers.stream().anyMatch(jobManager -> jobManager.daemon().isAlive());
  }

  /** Ends all processes, and deletes all that they kept but their logs. */
  void kill() throws IOException {
    daemons().forEach(Daemon::kill);
    for (JobManager jobManager : jobManagers) {
      jobManager.clear();
    }
    for (TaskManager taskManager : taskManagers) {
      taskManager.clear();
    }
  }
}
