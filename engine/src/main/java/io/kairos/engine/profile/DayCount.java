package io.kairos.engine.profile;

/**
 * What is counted by day. The order of the constants is in state: only append, up to 32.
 *
 * <p>A count of one day stops at its ceiling, so that the heaviest customer takes no more room.
 */
public enum DayCount {
  VIEWS(16_383),
  /** Seconds between the first and the last activity of the sessions, filed as they pass. */
  BROWSE_SECONDS(86_400),
  CART_ADDS(127),
  /** Sessions begun in which something was put in the cart. */
  CART_SESSIONS(127),
  LIKES(127),
  /** Comments and reviews. */
  COMMENTS(127),
  SHARES(127),
  /** Sessions begun in which something was put in the cart and an order was placed. */
  CART_ORDER_SESSIONS(127);

  private final int ceiling;

  DayCount(int ceiling) {
    this.ceiling = ceiling;
  }

  /** The most that one day counts. */
  public int ceiling() {
    return ceiling;
  }

  /** Whether it is asked for over 90 days; the others over 30. */
  boolean isLong() {
    return this == LIKES || this == COMMENTS || this == SHARES;
  }
}
