package io.kairos.flink.source;

/**
 * Watches one partition for a flood of unreadable records: over half of at least {@value
 * #LEAST_RECORDS} within a minute of append time. Then a producer writes something else, or with a
 * schema that this release does not know, and filling the dead letters with it helps nobody.
 *
 * <p>Minutes are those of the append time, so a replay judges alike.
 */
final class FloodGuard {
  private static final int LEAST_RECORDS = 1_000;
  private static final long MINUTE_MILLIS = 60_000;

  private final String partition;
  private long beganMillis;
  private int records;
  private int unreadable;

  FloodGuard(String partition) {
    this.partition = partition;
  }

  /**
   * Takes note of one record.
   *
   * @throws UnreadableFlood if it completes a flood
   */
  void saw(long arrivalMillis, boolean readable) {
    long since = arrivalMillis - beganMillis;
    if (records == 0 || since < 0 || since >= MINUTE_MILLIS) {
      beganMillis = arrivalMillis - Math.floorMod(arrivalMillis, MINUTE_MILLIS);
      records = 0;
      unreadable = 0;
    }
    records++;
    unreadable += readable ? 0 : 1;
    if (records >= LEAST_RECORDS && unreadable * 2 > records) {
      throw new UnreadableFlood(partition, unreadable, records);
    }
  }
}
