package io.kairos.local;

import io.kairos.local.view.Columns;
import io.kairos.local.view.TerminalSize;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * A line on the error stream that is written over in place, twice a second, on a terminal only. It
 * is cut to the terminal's width: of a text that wraps only the last row could be taken away.
 */
public final class StatusLine {
  private static final long EVERY_NANOS = Duration.ofMillis(500).toNanos();
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private final IntSupplier columns;
  private final LongSupplier nanos;
  private long nextNanos;
  private boolean open;

  StatusLine(
      PrintWriter err,
      boolean terminal,
      IntSupplier columns,
      LongSupplier nanos,
      Duration silence) {
    this.err = err;
    this.terminal = terminal;
    this.columns = columns;
    this.nanos = nanos;
    this.nextNanos = nanos.getAsLong() + silence.toNanos();
  }

  /** A line that is not shown before some time has passed. */
  public static StatusLine after(Duration silence, PrintWriter err) {
    return new StatusLine(
        err,
        System.console() != null,
        () -> TerminalSize.detect().columns(),
        System::nanoTime,
        silence);
  }

  /** Whether it is time to show something; if so, not again for half a second. */
  public boolean isDue() {
    if (!terminal || nanos.getAsLong() - nextNanos < 0) {
      return false;
    }
    nextNanos = nanos.getAsLong() + EVERY_NANOS;
    return true;
  }

  /** Shows a text in place of the one before, as much of it as fits into one row. */
  public void show(String text) {
    err.print(CLEAR + Columns.cut(Columns.harmless(text), columns.getAsInt() - 1));
    err.flush();
    open = true;
  }

  /** Takes the line away, if there is one. */
  public void done() {
    if (open) {
      err.print(CLEAR);
      err.flush();
      open = false;
    }
  }
}
