package io.kairos.local.traffic;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** A feed on a thread of its own. */
public final class FeedThread {
  private final CompletableFuture<Void> running;

  private FeedThread(CompletableFuture<Void> running) {
    this.running = running;
  }

  /** Starts to feed. */
  public static FeedThread start(Runnable feeding) {
    return start(feeding, FeedThread::onThread);
  }

  static FeedThread start(Runnable feeding, Executor executor) {
    return new FeedThread(CompletableFuture.runAsync(feeding, executor));
  }

  /**
   * @throws RuntimeException what ended the feed, if anything did
   */
  public void throwIfFailed() {
    if (running.isDone()) {
      try {
        running.join();
      } catch (CompletionException ended) {
        throw ended.getCause() instanceof RuntimeException failure ? failure : ended;
      }
    }
  }

  private static void onThread(Runnable task) {
    Thread thread = new Thread(task, "traffic");
    thread.setDaemon(true);
    thread.start();
  }
}
