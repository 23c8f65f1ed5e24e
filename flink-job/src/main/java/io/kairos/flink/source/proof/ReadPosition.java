package io.kairos.flink.source.proof;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How far one partition was handed on and proved. The reader's thread writes the position, the
 * check's thread the proof; each reads what the other has written.
 */
final class ReadPosition {
  private final AtomicLong next;
  private volatile long provenMillis = Long.MIN_VALUE;
  private volatile Stretch nothing = Stretch.NONE;

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
   * @param next the first offset of which no record had been handed on
   * @param end where the partition ended then
   */
  void proven(long millis, long next, long end) {
    nothing = new Stretch(next, end, false);
    provenMillis = Math.max(provenMillis, millis);
  }

  /** The same offset, or the one behind the marks of transactions that are proved to lie there. */
  long behindMarks(long offset) {
    Stretch marks = nothing;
    return marks.from() == offset ? Math.max(offset, marks.to()) : offset;
  }

  /** {@link Long#MIN_VALUE} without any proof yet. */
  long provenMillis() {
    return provenMillis;
  }
}
