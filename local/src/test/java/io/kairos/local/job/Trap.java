package io.kairos.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.operators.MailboxExecutor;

/**
 * Breaks a job at one point, so many times. Flink copies it into the subtasks; all copies share
 * what has happened.
 *
 * @param run tells runs apart
 */
record Trap(Failpoint point, UUID run) implements Steps {
  private static final Map<UUID, Happened> HAPPENED = new ConcurrentHashMap<>();
  private static final long PATIENCE_SECONDS = 10;

  private static final class Happened {
    private final AtomicInteger broken = new AtomicInteger();
    private final CountDownLatch handedOver = new CountDownLatch(1);
    private final Map<Integer, MailboxExecutor> writers = new ConcurrentHashMap<>();
    private final AtomicBoolean stored = new AtomicBoolean();
    private volatile boolean committed;
  }

  /** The failure that the trap makes. */
  static final class Sprung extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Sprung(Failpoint point) {
      super("A test breaks the job here: " + point);
    }
  }

  static Trap at(Failpoint point) {
    return new Trap(point, UUID.randomUUID());
  }

  /** The trap of a run that has one. */
  static Trap of(String point, String run) {
    return new Trap(Failpoint.valueOf(point), UUID.fromString(run));
  }

  int broken() {
    return happened().broken.get();
  }

  private Happened happened() {
    return HAPPENED.computeIfAbsent(run, absent -> new Happened());
  }

  private void spring() {
    int most = point == Failpoint.NOTIFIED_NOT_SENT_TWICE ? 2 : 1;
    if (happened().broken.getAndUpdate(times -> Math.min(times + 1, most)) < most) {
      throw new Sprung(point);
    }
  }

  /**
   * A checkpoint is stored, and whoever stored it has told nobody yet: it waits here until the
   * writers, and the committers behind them, are gone.
   */
  void stored() throws Exception {
    if (point == Failpoint.STORED_NOT_NOTIFIED
        && happened().handedOver.getCount() == 0
        && happened().stored.compareAndSet(false, true)) {
      Map<Integer, MailboxExecutor> writers = happened().writers;
      assertThat(writers).isNotEmpty();
      writers.values().forEach(writer -> writer.execute(this::fail, "A test breaks the job here"));
      Deadline.await("the end of the writers", writers::isEmpty);
    }
  }

  private void fail() {
    happened().broken.incrementAndGet();
    throw new Sprung(point);
  }

  @Override
  public void opened(int subtask, MailboxExecutor mailbox) {
    happened().writers.put(subtask, mailbox);
  }

  @Override
  public void closed(int subtask) {
    happened().writers.remove(subtask);
  }

  @Override
  public void barrier(int subtask, boolean holdsTriggers) throws InterruptedException {
    if (point == Failpoint.BEFORE_BARRIER && holdsTriggers) {
      spring();
    }
    if (point == Failpoint.COMMITTED_STILL_IN_STATE && happened().committed) {
      spring();
    }
    if (point == Failpoint.ACKNOWLEDGED_INCOMPLETE
        && subtask > 0
        && happened().handedOver.await(broken() == 0 ? PATIENCE_SECONDS : 0, TimeUnit.SECONDS)) {
      spring();
    }
  }

  @Override
  public void handedOver(int subtask) {
    if (point == Failpoint.AFTER_PRE_COMMIT) {
      spring();
    }
    if (subtask == 0) {
      happened().handedOver.countDown();
    }
  }

  @Override
  public void beforeCommit() throws InterruptedException {
    if (point == Failpoint.HANGS_BEFORE_COMMIT) {
      happened().broken.incrementAndGet();
      new CountDownLatch(1).await();
    }
    if (point == Failpoint.NOTIFIED_NOT_SENT || point == Failpoint.NOTIFIED_NOT_SENT_TWICE) {
      spring();
    }
  }

  @Override
  public void afterCommit() {
    happened().committed = true;
    if (point == Failpoint.SENT_ANSWER_LOST) {
      spring();
    }
  }
}
