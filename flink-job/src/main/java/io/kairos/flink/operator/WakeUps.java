package io.kairos.flink.operator;

/**
 * When a customer is woken for a deadline. Wake-ups lie on a grid, so that many customers share an
 * instant: 1 s up to an hour ahead, 1 min beyond. What is due keeps its own instant all the same.
 */
final class WakeUps {
  private static final long HOUR_MILLIS = 60 * 60 * 1000L;
  private static final long NEAR_GRID_MILLIS = 1000;
  private static final long FAR_GRID_MILLIS = 60 * 1000L;

  private WakeUps() {}

  /**
   * The first grid point at or after a deadline; {@link Long#MAX_VALUE} for never.
   *
   * @param nowMillis the watermark
   */
  static long at(long deadlineMillis, long nowMillis) {
    if (deadlineMillis > Long.MAX_VALUE - FAR_GRID_MILLIS) {
      return Long.MAX_VALUE;
    }
    boolean near = deadlineMillis - HOUR_MILLIS <= nowMillis;
    long grid = near ? NEAR_GRID_MILLIS : FAR_GRID_MILLIS;
    return Math.floorDiv(deadlineMillis + grid - 1, grid) * grid;
  }
}
