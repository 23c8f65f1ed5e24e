package io.kairos.flink.source.proof;

import org.apache.flink.api.connector.source.ReaderOutput;

/**
 * Says of a reader without any partition that it is idle, so that it does not hold time back for
 * ever: as soon as all are handed out, and no earlier. A reader with one never is, however long
 * nothing is known of it.
 */
final class Idleness {
  private boolean handedOut;
  private boolean idle;

  /** Partitions have been handed out. */
  void begin() {
    handedOut = true;
  }

  void tell(ReaderOutput<?> output, boolean hasPartitions) {
    boolean idleNow = handedOut && !hasPartitions;
    if (idleNow && !idle) {
      output.markIdle();
    } else if (idle && !idleNow) {
      output.markActive();
    }
    idle = idleNow;
  }
}
