package io.kairos.bench.run;

import io.kairos.local.FolderTree;
import io.kairos.local.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that works to its end, and whose state need not outlive it. */
public record Running(Process process, Launch launch) {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final long END_WITHIN_SECONDS = 10;

  /** What is done while it works. */
  public interface Meanwhile {
    void look() throws IOException;
  }

  /**
   * Waits for its end, and ends it when that takes too long or a stop is asked for.
   *
   * @throws IOException if it fails
   */
  public void toItsEnd(StopSignal stop, Meanwhile meanwhile)
      throws IOException, InterruptedException {
    try {
      await(stop, meanwhile);
    } finally {
      end();
      FolderTree.delete(launch.state());
    }
    stop.throwIfRequested();
    if (process.exitValue() != 0) {
      throw new IOException("ended with exit code " + process.exitValue());
    }
  }

  private void await(StopSignal stop, Meanwhile meanwhile)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + LONGEST.toNanos();
    while (process.isAlive() && !stop.await(POLL)) {
      meanwhile.look();
      if (System.nanoTime() > giveUp) {
        throw new IOException("still ran after " + LONGEST.toHours() + " h");
      }
    }
  }

  private void end() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
