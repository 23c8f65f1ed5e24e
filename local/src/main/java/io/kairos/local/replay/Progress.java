package io.kairos.local.replay;

import io.kairos.local.StatusLine;
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
  private final PrintWriter err;
  private final StatusLine line;

  /** Asks the job how it is. */
  interface Probe {
    JobReading read() throws InterruptedException;
  }

  Progress(PrintWriter err) {
    this.err = err;
    this.line = StatusLine.after(Duration.ZERO, err);
  }

  void say(String line) {
    done();
    err.println(line);
    err.flush();
  }

  void reading(long bytes, long total) {
    if (line.isDue()) {
      show("Reading the file: %d %%", total == 0 ? 100 : 100 * bytes / total);
    }
  }

  void feeding(long events, long total) {
    if (line.isDue()) {
      show("Writing to Kafka: %,d of %,d events", events, total);
    }
  }

  void running(Probe probe) throws InterruptedException {
    if (line.isDue()) {
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
    line.done();
  }

  private void show(String pattern, Object... values) {
    line.show(String.format(Locale.ROOT, pattern, values));
  }
}
