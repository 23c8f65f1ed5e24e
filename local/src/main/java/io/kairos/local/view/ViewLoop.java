package io.kairos.local.view;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Shows a fresh snapshot twice a second on a thread of its own, until closed. */
public final class ViewLoop implements AutoCloseable {
  private static final long EVERY_MILLIS = 500;
  private static final long STOP_WITHIN_SECONDS = 5;

  private final View view;
  private final Supplier<Snapshot> snapshots;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread drawing = new Thread(task, "view");
            drawing.setDaemon(true);
            return drawing;
          });
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  /** Takes over the view and closes it in the end. */
  public ViewLoop(View view, Supplier<Snapshot> snapshots) {
    this.view = view;
    this.snapshots = snapshots;
  }

  public void start() {
    thread.scheduleWithFixedDelay(this::show, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Each failure is told once, here or by {@link #close()}.
   *
   * @throws RuntimeException what made a snapshot or the view fail; nothing was shown after it
   */
  public void throwIfFailed() {
    RuntimeException told = failure.getAndSet(null);
    if (told != null) {
      throw told;
    }
  }

  /**
   * Stops showing and closes the view.
   *
   * @throws RuntimeException what made a snapshot or the view fail, unless it was told already
   */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      view.close();
    }
    throwIfFailed();
  }

  private void show() {
    try {
      view.show(snapshots.get());
    } catch (RuntimeException failed) {
      failure.set(failed);
      view.close();
      throw failed; // ends the schedule
    }
  }
}
