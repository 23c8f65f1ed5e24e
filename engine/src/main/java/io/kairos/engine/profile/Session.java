package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * One visit.
 *
 * @param startedMillis event time of its first activity, epoch milliseconds; 0 for no session
 * @param cart whether something was put in the cart
 * @param order whether an order was placed
 */
public record Session(long startedMillis, boolean cart, boolean order) {
  static final Session NONE = new Session(0, false, false);

  Session with(long timeMillis, boolean added, boolean ordered) {
    long started = startedMillis == 0 ? timeMillis : Math.min(startedMillis, timeMillis);
    return new Session(started, cart || added, order || ordered);
  }

  void pack(Packer out, long lastSeenMillis) {
    out.number(startedMillis - lastSeenMillis).flag(cart).flag(order);
  }

  static Session unpack(Unpacker in, long lastSeenMillis) {
    return new Session(lastSeenMillis + in.number(), in.flag(), in.flag());
  }
}
