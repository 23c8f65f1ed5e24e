package io.kairos.bench.peer;

import io.kairos.bench.shop.Limits;

/** When a customer was here: public fields, as Flink's POJOs have them. */
public class Visits {
  /** Event time, epoch milliseconds; 0 before the first event. */
  public long lastSeen;

  public long sessions;

  void see(long time) {
    if (time > lastSeen + Limits.SESSION_GAP_MILLIS) {
      sessions++;
    }
    lastSeen = Math.max(lastSeen, time);
  }
}
