package io.kairos.bench.latency;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A process that works until it is ended.
 *
 * @param log where to look when it has ended by itself
 */
record Child(Process process, Path log) implements Closeable {
  private static final long END_WITHIN_SECONDS = 10;

  /**
   * @throws IOException if it no longer runs
   */
  void require() throws IOException {
    if (!process.isAlive()) {
      throw new IOException("ended with exit code " + process.exitValue() + "; see " + log);
    }
  }

  /** Ends it, within 10 seconds; again does nothing. */
  void end() {
    process.destroy();
    try {
      if (!process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end();
  }
}
