package io.kairos.flink.source.proof;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How far one partition was handed on and proved. The reader's thread writes the position, the
 * check's thread the proof; each reads what the other has written.
 */
final class ReadPosition {
  private final AtomicLong next;
  private volatile long provenMillis = Long.MIN_VALUE;
  private volatile long provenEnd;

  ReadPosition(long startingOffset) {
    this.next = new AtomicLong(startingOffset);
  }

  /** A record has been handed on. */
  void passed(long offset) {
    next.setRelease(offset + 1);
  }

  /** The first offset of which no record has been handed on yet. */
  long next() {
    return next.getAcquire();
  }

  /**
   * All that was appended before that local time has been handed on.
   *
   * @param millis epoch milliseconds
   * @param end where the partition ended then
   */
  void proven(long millis, long end) {
    provenEnd = Math.max(provenEnd, end);
    provenMillis = Math.max(provenMillis, millis);
  }

  /** An offset below which nothing is unread; marks of transactions may lie there. */
  long provenEnd() {
    return provenEnd;
  }

  /** {@link Long#MIN_VALUE} without any proof yet. */
  long provenMillis() {
    return provenMillis;
  }
}
