package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;

/**
 * When a customer is woken for a deadline. Wake-ups lie on a grid, so that many customers share an
 * instant: 1 s up to an hour ahead, 1 min beyond. What is due keeps its own instant all the same.
 *
 * <p>The grid of minutes begins at a second of its own for each customer. Otherwise a rule that
 * speaks to everybody at eight would have the operator work through all customers at one go, while
 * checkpoints wait.
 */
final class WakeUps {
  private static final long HOUR_MILLIS = 60 * 60 * 1000L;
  private static final long SECOND_MILLIS = 1000;
  private static final int SECONDS = 60;

  private WakeUps() {}

  /**
   * The first grid point at or after a deadline; {@link Long#MAX_VALUE} for never.
   *
   * @param nowMillis the watermark
   */
  static long at(long deadlineMillis, long nowMillis, CustomerKey customer) {
    if (deadlineMillis > Long.MAX_VALUE - SECONDS * SECOND_MILLIS) {
      return Long.MAX_VALUE;
    }
    boolean near = deadlineMillis - HOUR_MILLIS <= nowMillis;
    return near
        ? ceiling(deadlineMillis, 0, SECOND_MILLIS)
        : ceiling(deadlineMillis, phaseMillis(customer), SECONDS * SECOND_MILLIS);
  }

  private static long phaseMillis(CustomerKey customer) {
    return Math.floorMod(customer.high(), SECONDS) * SECOND_MILLIS;
  }

  private static long ceiling(long millis, long phaseMillis, long gridMillis) {
    return -Math.floorDiv(phaseMillis - millis, gridMillis) * gridMillis + phaseMillis;
  }
}
