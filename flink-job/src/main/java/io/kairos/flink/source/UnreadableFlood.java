package io.kairos.flink.source;

import java.util.Locale;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Most of what a partition holds cannot be read. A restart would read the same, so there is none.
 */
public final class UnreadableFlood extends SuppressRestartsException {
  private static final long serialVersionUID = 1L;

  UnreadableFlood(String partition, int unreadable, int records) {
    super(
        new IllegalStateException(
            String.format(
                Locale.ROOT,
                "UNREADABLE_FLOOD: %,d of %,d records of partition %s within a minute are no"
                    + " records of their topic. Look at the producer's format and schema, and at"
                    + " the dead letters; then restart from the last checkpoint.",
                unreadable,
                records,
                partition)));
  }

  @Override
  public String getMessage() {
    return getCause().getMessage();
  }
}
