package io.kairos.flink.source.proof;

import java.util.concurrent.CompletableFuture;

/** Wakes one thread, whoever rings. */
final class Bell {
  private volatile CompletableFuture<Void> rung = new CompletableFuture<>();
  private CompletableFuture<Void> heard;

  /** For any thread. */
  void ring() {
    rung.complete(null);
  }

  /** Rings when that is done, too; the one thread says so as often as it likes. */
  void ringWhen(CompletableFuture<Void> done) {
    if (done != heard) {
      heard = done;
      done.thenRun(this::ring);
    }
  }

  /** Done as soon as it rings. */
  CompletableFuture<Void> awaited() {
    return rung;
  }

  /** Whether it rang since this was last asked. What was written before it rang is seen then. */
  boolean answer() {
    if (!rung.isDone()) {
      return false;
    }
    rung = new CompletableFuture<>();
    return true;
  }
}
