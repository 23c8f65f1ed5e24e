package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * One visit.
 *
 * @param startedMillis event time of its first activity, epoch milliseconds; 0 for no session
 * @param endedMillis event time of its last activity so far, epoch milliseconds; 0 for no session
 * @param cart whether something was put in the cart
 * @param order whether an order was placed
 */
public record Session(long startedMillis, long endedMillis, boolean cart, boolean order) {
  static final Session NONE = new Session(0, 0, false, false);

  /** Whole seconds on the clock between its first and its last activity. */
  public long seconds() {
    return Math.floorDiv(endedMillis, 1000) - Math.floorDiv(startedMillis, 1000);
  }

  /** Whether something was put in the cart and an order was placed. */
  boolean cartAndOrder() {
    return cart && order;
  }

  Session with(long timeMillis, boolean added, boolean ordered) {
    long started = startedMillis == 0 ? timeMillis : Math.min(startedMillis, timeMillis);
    return new Session(started, Math.max(endedMillis, timeMillis), cart || added, order || ordered);
  }

  void pack(Packer out, long lastSeenMillis) {
    out.number(startedMillis - lastSeenMillis).number(endedMillis - lastSeenMillis);
    out.byteValue((cart ? 1 : 0) | (order ? 2 : 0));
  }

  static Session unpack(Unpacker in, long lastSeenMillis) {
    long started = lastSeenMillis + in.number();
    long ended = lastSeenMillis + in.number();
    int flags = in.byteValue();
    return new Session(started, ended, (flags & 1) != 0, (flags & 2) != 0);
  }
}
