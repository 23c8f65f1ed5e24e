package io.kairos.local.profiles;

import io.kairos.local.StatusLine;
import java.util.Locale;

/** Counts the records read, and says how many on a status line. */
public final class ReadCount {
  private final StatusLine line;
  private long records;

  public ReadCount(StatusLine line) {
    this.line = line;
  }

  /** One more record of a source. */
  public void add(String source) {
    records++;
    if (line.isDue()) {
      line.show(String.format(Locale.ROOT, "Reading %s: %,d records", source, records));
    }
  }
}
