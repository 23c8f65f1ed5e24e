package io.kairos.flink.operator;

/**
 * When customers are written between two checkpoints: a few at a time, so that few are left to the
 * barrier, and early enough that what was written can be made into files before it. When a barrier
 * comes is known from the two before it; until then, every instant could be the one.
 */
final class WriteSchedule {
  /** How many unwritten customers a barrier may find. */
  static final int LEAST = 4_096;

  /** How many can be written in a millisecond beside other work. */
  static final int PER_MILLI = 40;

  /** The share of the time between barriers, one of so many, that is left for making files. */
  static final int REST = 16;

  /** The most that is left for making files. */
  static final long MOST_REST_MILLIS = 2_000;

  private static final long NEVER = Long.MIN_VALUE;

  private long barrierMillis = NEVER;
  private long flushMillis = NEVER;
  private boolean flushed = true;

  /**
   * How many customers may be unwritten.
   *
   * @param nowMillis by the clock, epoch milliseconds
   */
  int limit(long nowMillis) {
    long left = flushMillis == NEVER ? 0 : Math.max(0, flushMillis - nowMillis);
    return (int) Math.min(Integer.MAX_VALUE, LEAST + PER_MILLI * left);
  }

  /** Whether what was written is to be made into files now; true once before a barrier. */
  boolean flushes(long nowMillis) {
    boolean now = !flushed && nowMillis >= flushMillis;
    flushed |= now;
    return now;
  }

  /** A checkpoint's barrier passes. */
  void barrier(long nowMillis) {
    if (barrierMillis != NEVER) {
      long interval = Math.max(0, nowMillis - barrierMillis);
      flushMillis = nowMillis + interval - Math.min(interval / REST, MOST_REST_MILLIS);
      flushed = interval < REST;
    }
    barrierMillis = nowMillis;
  }
}
