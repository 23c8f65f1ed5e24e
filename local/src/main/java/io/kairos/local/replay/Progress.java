package io.kairos.local.replay;

import io.kairos.local.cluster.JobReading;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Says on the error stream how far a replay is: in place on a terminal, else one line at each step
 * only.
 */
final class Progress {
  private static final long EVERY_NANOS = Duration.ofMillis(500).toNanos();

  private final PrintWriter err;
  private final boolean terminal = System.console() != null;
  private long lastNanos = System.nanoTime() - EVERY_NANOS;
  private boolean open;

  /** Asks the job how it is. */
  interface Probe {
    JobReading read() throws InterruptedException;
  }

  Progress(PrintWriter err) {
    this.err = err;
  }

  void say(String line) {
    done();
    err.println(line);
    err.flush();
  }

  void reading(long bytes, long total) {
    if (due()) {
      show("Reading the file: %d %%", total == 0 ? 100 : 100 * bytes / total);
    }
  }

  void feeding(long events, long total) {
    if (due()) {
      show("Writing to Kafka: %,d of %,d events", events, total);
    }
  }

  void running(Probe probe) throws InterruptedException {
    if (due()) {
      JobReading reading = probe.read();
      String time =
          reading.watermarkMillis().isPresent()
              ? Instant.ofEpochMilli(reading.watermarkMillis().getAsLong()).toString()
              : "starting";
      show("Running the job: %s, %,d records to go", time, reading.pendingRecords().orElse(0));
    }
  }

  /** Ends the line that is shown in place. */
  void done() {
    if (open) {
      err.print("\r\u001b[K");
      err.flush();
      open = false;
    }
  }

  private boolean due() {
    boolean due = terminal && System.nanoTime() - lastNanos >= EVERY_NANOS;
    if (due) {
      lastNanos = System.nanoTime();
    }
    return due;
  }

  private void show(String pattern, Object... values) {
    err.print("\r\u001b[K" + String.format(Locale.ROOT, pattern, values));
    err.flush();
    open = true;
  }
}
