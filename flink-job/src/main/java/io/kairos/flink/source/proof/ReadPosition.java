package io.kairos.flink.source.proof;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How far one partition was handed on and proved. The reader's thread writes the position, the
 * check's thread the proof; each reads what the other has written.
 */
final class ReadPosition {
  private final AtomicLong next;
  private volatile long provenMillis = Long.MIN_VALUE;

  /**
   * @param startingOffset as the split says; below 0 it stands for the beginning of the log, and
   *     nothing lies below 0
   */
  ReadPosition(long startingOffset) {
    this.next = new AtomicLong(Math.max(0, startingOffset));
  }

  /** A record has been handed on. */
  void passed(long offset) {
    next.setRelease(offset + 1);
  }

  /** The first offset of which no record has been handed on yet. */
  long next() {
    return next.getAcquire();
  }

  /** All that was appended before that local time has been handed on; epoch milliseconds. */
  void proven(long millis) {
    provenMillis = Math.max(provenMillis, millis);
  }

  /** {@link Long#MIN_VALUE} without any proof yet. */
  long provenMillis() {
    return provenMillis;
  }
}
