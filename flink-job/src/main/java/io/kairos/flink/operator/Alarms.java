package io.kairos.flink.operator;

import io.kairos.flink.state.CustomerKey;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.KeyContext;

/**
 * Sees to it that a customer is woken no later than the next deadline: a near one on the heap, a
 * far one by the customer's one timer in Flink. A timer that stands later than a near deadline
 * stays where it is, and one that stands earlier is not moved: it looks again when it fires. So
 * most visits of a customer move no timer.
 */
final class Alarms {
  private static final long NEVER = Long.MAX_VALUE;

  private final NearWakeUps near;
  private final long nearMillis;
  private final KeyContext context;
  private final InternalTimerService<VoidNamespace> timers;

  /**
   * @param nearMillis how far ahead a near deadline lies at most; 0 if there are none
   */
  Alarms(
      NearWakeUps near,
      long nearMillis,
      KeyContext context,
      InternalTimerService<VoidNamespace> timers) {
    this.near = near;
    this.nearMillis = nearMillis;
    this.context = context;
    this.timers = timers;
  }

  /**
   * When a customer is woken; {@link Long#MAX_VALUE} for never.
   *
   * @param timerMillis where the customer's timer stands; {@link Long#MAX_VALUE} for nowhere
   */
  long at(CustomerKey key, long timerMillis) {
    return Math.min(near.at(key), timerMillis);
  }

  /**
   * Sets a customer's alarm for a deadline; {@link Long#MAX_VALUE} for none.
   *
   * @param nowMillis the watermark
   * @return where the timer stands now; {@link Long#MAX_VALUE} for nowhere
   */
  long set(CustomerKey key, long timerMillis, long deadlineMillis, long nowMillis) {
    long wanted = WakeUps.at(deadlineMillis, nowMillis, key);
    if (wanted == NEVER) {
      near.remove(key);
      return move(key, timerMillis, NEVER);
    }
    if (at(key, timerMillis) <= wanted) {
      return timerMillis;
    }
    if (isNear(wanted, nowMillis)) {
      near.set(key, wanted);
      return timerMillis;
    }
    return move(key, timerMillis, wanted);
  }

  private boolean isNear(long wantedMillis, long nowMillis) {
    return nearMillis > 0
        && wantedMillis - nearMillis <= nowMillis
        && near.hasRoom(wantedMillis - nowMillis);
  }

  private long move(CustomerKey key, long fromMillis, long toMillis) {
    context.setCurrentKey(key);
    if (fromMillis != NEVER) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, fromMillis);
    }
    if (toMillis != NEVER) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, toMillis);
    }
    return toMillis;
  }
}
