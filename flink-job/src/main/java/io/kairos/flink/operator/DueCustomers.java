package io.kairos.flink.operator;

import org.apache.flink.streaming.api.operators.InternalTimeServiceManager;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Wakes the customers who are due when a watermark passes, a slice at a time: after an outage, or
 * at the end of a sale, a hundred thousand can be due at once. Between two slices the task takes
 * what else there is, a checkpoint's barrier above all. Who has not been woken stays where wake-ups
 * are kept, so a checkpoint has it.
 */
final class DueCustomers {
  /** How many are woken at one go. */
  static final int SLICE = 1_000;

  /** How long other work has its turn, by the clock. */
  static final long PAUSE_MILLIS = 5;

  private final NearWakeUps near;
  private final InternalTimeServiceManager<?> timers;
  private final ProcessingTimeService clock;
  private final Work work;
  private Watermark due;
  private boolean resuming;

  /** What is to be done. */
  interface Work extends NearWakeUps.Waking {
    /** After each slice. */
    void rest() throws Exception;

    /** Once everybody was woken who was due by a watermark. */
    void passed(Watermark mark);
  }

  /**
   * @param timers Flink's, of the same operator; those that fire count like near wake-ups
   */
  DueCustomers(
      NearWakeUps near,
      InternalTimeServiceManager<?> timers,
      ProcessingTimeService clock,
      Work work) {
    this.near = near;
    this.timers = timers;
    this.clock = clock;
    this.work = work;
  }

  /** Begins to wake whoever is due by a watermark; the last one is finished at one go. */
  void upTo(Watermark mark) throws Exception {
    due = mark;
    wake(mark.equals(Watermark.MAX_WATERMARK) ? Integer.MAX_VALUE : SLICE);
  }

  /** Leaves whoever has not been woken yet to the next job. */
  void leave() {
    due = null;
  }

  private void wake(int most) throws Exception {
    Slice slice = new Slice(most);
    boolean all =
        near.wake(due.getTimestamp(), work, slice::isOver)
            && timers.tryAdvanceWatermark(due, slice::isOver);
    work.rest();
    if (all) {
      work.passed(due);
      due = null;
    } else if (!resuming) {
      resuming = true;
      clock.registerTimer(clock.getCurrentProcessingTime() + PAUSE_MILLIS, any -> resume());
    }
  }

  private void resume() throws Exception {
    resuming = false;
    if (due != null) {
      wake(SLICE);
    }
  }

  private static final class Slice {
    private int left;

    private Slice(int most) {
      this.left = most;
    }

    /** Asked after each customer. */
    private boolean isOver() {
      left--;
      return left <= 0;
    }
  }
}
