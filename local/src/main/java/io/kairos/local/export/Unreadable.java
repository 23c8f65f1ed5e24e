package io.kairos.local.export;

import io.kairos.local.view.Columns;
import java.util.Locale;
import java.util.Optional;

/** Counts the records that were left out because nobody could read them. */
final class Unreadable {
  private long records;
  private UnreadableRecord first;

  void add(UnreadableRecord record) {
    records++;
    first = first == null ? record : first;
  }

  /** Says how many there were; empty if there was none. */
  Optional<String> said() {
    return Optional.ofNullable(first)
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "left out %,d record%s; the first: %s",
                    records,
                    records == 1 ? "" : "s",
                    Columns.harmless(one.getMessage())));
  }
}
