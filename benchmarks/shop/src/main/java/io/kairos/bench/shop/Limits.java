package io.kairos.bench.shop;

/** The limits of the three rules and of the features, the same for every peer. */
public final class Limits {
  /** A cart that nothing happened to for so long is left behind: milliseconds. */
  public static final long CART_LEFT_MILLIS = 3_600_000L;

  /** A customer who did nothing for so long is dormant: milliseconds. */
  public static final long DORMANT_MILLIS = 3 * 86_400_000L;

  /** Paid orders of the last {@link #DAYS} days from which a customer is a VIP: minor units. */
  public static final long VIP_CENTS = 200_000L;

  /** A pause that ends a session: milliseconds. */
  public static final long SESSION_GAP_MILLIS = 1_800_000L;

  /** Daily buckets kept, today's included. */
  public static final int DAYS = 30;

  /** Viewed items kept. */
  public static final int LAST_ITEMS = 10;

  private static final long DAY_MILLIS = 86_400_000L;

  private Limits() {}

  /** The daily bucket of an instant: days since 1970-01-01, UTC. */
  public static int dayOf(long timeMillis) {
    return (int) Math.floorDiv(timeMillis, DAY_MILLIS);
  }

  /** Whether a bucket is no longer kept. */
  public static boolean isOver(int day, int today) {
    return day <= today - DAYS;
  }
}
