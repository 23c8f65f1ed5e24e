package io.kairos.torture.campaign;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells what happens, a line each, with minutes and seconds since it began. Thread-safe. */
public final class Progress {
  private final PrintWriter out;
  private final long beginNanos = System.nanoTime();

  public Progress(PrintWriter out) {
    this.out = out;
  }

  /** Prints a line, formatted as by {@link String#format}. */
  public synchronized void say(String format, Object... values) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - beginNanos);
    out.printf(Locale.ROOT, "%3d:%02d  ", seconds / 60, seconds % 60);
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
