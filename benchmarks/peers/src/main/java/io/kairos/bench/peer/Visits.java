package io.kairos.bench.peer;

import io.kairos.bench.shop.Limits;

/** When a customer was here: public fields, as Flink's POJOs have them. */
public class Visits {
  /** Event time, epoch milliseconds; 0 before the first event. */
  public long lastSeen;

  /** Whether the silence since then has been alerted of. */
  public boolean dormant;

  public long sessions;

  /** Whether the customer was silent for long enough, and that was not alerted of. */
  boolean isOverdue(long now) {
    return lastSeen != 0 && !dormant && now >= lastSeen + Limits.DORMANT_MILLIS;
  }

  void see(long time) {
    if (time > lastSeen + Limits.SESSION_GAP_MILLIS) {
      sessions++;
    }
    lastSeen = Math.max(lastSeen, time);
    dormant = false;
  }
}
