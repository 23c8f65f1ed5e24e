package io.kairos.flink.config;

import java.io.Serializable;

/**
 * The one clock of the job: tells when a partition was read to its end, and the expiry gate what is
 * too old. Runs with the wall by default; a demo lets it start in the past and run faster.
 *
 * @param eventOriginMillis what it shows at its wall origin, epoch milliseconds
 * @param wallOriginMillis epoch milliseconds
 * @param speed event seconds in a second, above 0
 */
public record WallClock(long eventOriginMillis, long wallOriginMillis, double speed)
    implements Serializable {
  public static final WallClock REAL = new WallClock(0, 0, 1.0);

  /** What it shows now, epoch milliseconds; never more than the wall. */
  public long millis() {
    return at(System.currentTimeMillis());
  }

  long at(long wallMillis) {
    double run = (wallMillis - wallOriginMillis) * speed;
    return Math.min(wallMillis, eventOriginMillis + (long) run);
  }
}
