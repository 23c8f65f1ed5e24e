package io.kairos.local.view;

import java.time.Duration;

/**
 * How the job is doing.
 *
 * @param status the job's state in a word: "running"
 * @param eventsPerSecond events read per second of wall time
 * @param lag how far the job is behind its input
 * @param checkpoints checkpoints completed
 * @param restarts restarts since the start
 */
public record JobHealth(
    String status, double eventsPerSecond, Lag lag, long checkpoints, long restarts) {
  /** Before the job has reported anything. */
  public static final JobHealth STARTING = new JobHealth("starting", 0, Lag.NONE, 0, 0);

  /**
   * A distance.
   *
   * @param records records in the input topics that are not yet read
   * @param eventTime from the job's watermark to the event clock
   */
  public record Lag(long records, Duration eventTime) {
    /** Nothing is waiting. */
    public static final Lag NONE = new Lag(0, Duration.ZERO);
  }
}
