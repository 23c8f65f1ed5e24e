package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * Plain counts for ever.
 *
 * @param events events applied
 * @param views items viewed
 * @param cartAdds additions to the cart, raised quantities included
 */
public record Counts(long events, long views, long cartAdds) {
  static final Counts NONE = new Counts(0, 0, 0);

  Counts plus(boolean view, boolean cartAdd) {
    return new Counts(events + 1, views + (view ? 1 : 0), cartAdds + (cartAdd ? 1 : 0));
  }

  void pack(Packer out) {
    out.number(events).number(views).number(cartAdds);
  }

  static Counts unpack(Unpacker in) {
    return new Counts(in.number(), in.number(), in.number());
  }
}
