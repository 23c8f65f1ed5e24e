package io.kairos.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish to end a run (Ctrl-C, a kill, the end of the terminal), handed to the thread that runs
 * it.
 *
 * <p>Open it first, so that it closes last: the JVM then waits up to {@link #GRACE} for everything
 * in between to be closed in order by its own thread, and nothing is torn down from two sides.
 */
public final class StopSignal implements AutoCloseable {

  /** How long the end of the JVM waits for the run to close. */
  static final Duration GRACE = Duration.ofSeconds(15);

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Thread hook = new Thread(this::requestAndWait, "stop-run");

  private StopSignal() {}

  /** Starts to listen for the end of this JVM. */
  public static StopSignal install() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Whether the run is to end. */
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /**
   * Ends a run between two of its steps.
   *
   * @throws CommandError if the run is to end
   */
  public void throwIfRequested() {
    if (isRequested()) {
      throw new CommandError("stopped before it was done");
    }
  }

  /** Asks the run to end, as Ctrl-C does. */
  public void request() {
    requested.countDown();
    listeners.forEach(Runnable::run);
  }

  /**
   * Runs the action once the run is to end, in the thread that says so; at once if it already is.
   * It may run twice, and must not block.
   */
  public void onRequest(Runnable action) {
    listeners.add(action);
    if (isRequested()) {
      action.run();
    }
  }

  /**
   * Waits until the run is to end, at most the given time.
   *
   * @return true if asked to end, false if the time passed
   */
  public boolean await(Duration atMost) throws InterruptedException {
    return requested.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Says that the run has closed everything. */
  @Override
  public void close() {
    closed.countDown();
    if (!isRequested()) {
      removeHook();
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM began to end just now; the hook finds everything closed.
    }
  }

  private void requestAndWait() {
    request();
    try {
      closed.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
