package io.kairos.local.fit;

import java.io.PrintWriter;

/** Says on the error stream how far a fit is: the reading in place, on a terminal only. */
final class FitProgress {
  private final PrintWriter err;
  private final boolean terminal = System.console() != null;
  private long shownPercent = -1;

  FitProgress(PrintWriter err) {
    this.err = err;
  }

  void reading(long bytes, long total) {
    long percent = total == 0 ? 100 : 100 * bytes / total;
    if (terminal && percent != shownPercent) {
      shownPercent = percent;
      err.print("\r\u001b[KReading the file: " + percent + " %");
      err.flush();
    }
  }

  /** Ends the line that is shown in place. */
  void done() {
    if (shownPercent >= 0) {
      err.print("\r\u001b[K");
      err.flush();
      shownPercent = -1;
    }
  }

  void say(String line) {
    done();
    err.println(line);
    err.flush();
  }
}
