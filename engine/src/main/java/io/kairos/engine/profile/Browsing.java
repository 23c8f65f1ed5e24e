package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * Time spent in the shop: the length of all sessions, from first to last activity of each.
 *
 * @param seconds of all sessions
 * @param beforeFirstOrderSeconds of these, before the first order was placed
 */
public record Browsing(long seconds, long beforeFirstOrderSeconds) {
  static final Browsing NONE = new Browsing(0, 0);

  Browsing plus(long more, boolean ordered) {
    return new Browsing(seconds + more, beforeFirstOrderSeconds + (ordered ? 0 : more));
  }

  void pack(Packer out) {
    out.unsigned(seconds).unsigned(seconds - beforeFirstOrderSeconds);
  }

  static Browsing unpack(Unpacker in) {
    long seconds = in.unsigned();
    return new Browsing(seconds, seconds - in.unsigned());
  }
}
