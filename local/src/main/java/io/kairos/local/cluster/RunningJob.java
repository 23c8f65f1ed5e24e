package io.kairos.local.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** One job on a {@link LocalCluster}, from its acceptance on. */
public final class RunningJob {

  private final MiniCluster cluster;
  private final JobID jobId;
  private final CompletableFuture<JobResult> result;

  RunningJob(MiniCluster cluster, JobID jobId) {
    this.cluster = cluster;
    this.jobId = jobId;
    this.result = cluster.requestJobResult(jobId);
  }

  /** Flink's id of the job, as in the web UI. */
  public JobID jobId() {
    return jobId;
  }

  /**
   * Waits for the end of the job.
   *
   * @return the accumulators and the run time
   * @throws JobExecutionException if it failed or was cancelled
   */
  public JobExecutionResult awaitEnd() throws JobExecutionException, InterruptedException {
    try {
      return result.get().toJobExecutionResult(RunningJob.class.getClassLoader());
    } catch (ExecutionException | IOException | ClassNotFoundException e) {
      throw new JobExecutionException(jobId, "the result of the job cannot be read", e);
    }
  }

  /**
   * How often its tasks have started again: the most of any, since parts of a job that are not
   * connected start on their own.
   *
   * @throws IOException if Flink does not answer
   */
  public int restarts() throws IOException, InterruptedException {
    int most = 0;
    AccessExecutionGraph graph = LocalCluster.answer(cluster.getExecutionGraph(jobId));
    for (AccessExecutionVertex task : graph.getAllExecutionVertices()) {
      most = Math.max(most, task.getCurrentExecutionAttempt().getAttemptNumber());
    }
    return most;
  }

  /** Whether it has ended, in whatever way. */
  public boolean isEnded() {
    return result.isDone();
  }

  /**
   * Whether every task runs by now, its state restored.
   *
   * @throws IOException if Flink does not answer
   */
  public boolean allRun() throws IOException, InterruptedException {
    AccessExecutionGraph graph = LocalCluster.answer(cluster.getExecutionGraph(jobId));
    if (graph.getState() != JobStatus.RUNNING) {
      return false; // while Flink prepares it, it has no tasks at all
    }
    for (AccessExecutionVertex task : graph.getAllExecutionVertices()) {
      if (task.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  /**
   * Stops the job once its state is saved and its outputs are written; time stands where it stood.
   *
   * @param folder takes the savepoint
   * @return the savepoint's address, for {@code execution.state-recovery.path} of the next job
   * @throws IOException if the job fails, or does not stop in 30 seconds
   */
  public String stopWithSavepoint(Path folder) throws IOException, InterruptedException {
    return stopWithSavepoint(folder, SavepointFormatType.CANONICAL);
  }

  /** The same in a form of Flink's: canonical for any state backend, or native. */
  public String stopWithSavepoint(Path folder, SavepointFormatType format)
      throws IOException, InterruptedException {
    return LocalCluster.answer(
        cluster.stopWithSavepoint(jobId, folder.toUri().toString(), false, format));
  }

  /** Asks the job to stop; does not wait for it. */
  public void cancel() {
    cluster.cancelJob(jobId);
  }

  /** Why the job ended without a result; empty while it runs, and after success or cancelling. */
  public Optional<Throwable> failure() {
    if (!result.isDone()) {
      return Optional.empty();
    }
    if (result.isCompletedExceptionally()) {
      return Optional.of(result.handle((done, error) -> error).join());
    }
    return result
        .join()
        .getSerializedThrowable()
        .map(error -> error.deserializeError(RunningJob.class.getClassLoader()));
  }
}
