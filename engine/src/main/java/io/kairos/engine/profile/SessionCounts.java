package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * How many sessions there were, the open one included.
 *
 * @param all every session
 * @param withCart those in which something was put in the cart
 * @param withOrder those with an order
 * @param withBoth those with both
 */
public record SessionCounts(long all, long withCart, long withOrder, long withBoth) {
  static final SessionCounts NONE = new SessionCounts(0, 0, 0, 0);

  /** The same object where nothing is counted. */
  SessionCounts moved(Session before, Session after) {
    boolean counts =
        before.startedMillis() == 0
            || before.cart() != after.cart()
            || before.order() != after.order();
    if (!counts) {
      return this;
    }
    return new SessionCounts(
        all + one(before.startedMillis() == 0, true),
        withCart + one(!before.cart(), after.cart()),
        withOrder + one(!before.order(), after.order()),
        withBoth + one(!(before.cart() && before.order()), after.cart() && after.order()));
  }

  private static int one(boolean notBefore, boolean now) {
    return notBefore && now ? 1 : 0;
  }

  void pack(Packer out) {
    out.number(all).number(withCart).number(withOrder).number(withBoth);
  }

  static SessionCounts unpack(Unpacker in) {
    return new SessionCounts(in.number(), in.number(), in.number(), in.number());
  }
}
