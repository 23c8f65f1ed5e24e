package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * What a customer's orders of one period brought.
 *
 * @param period a day, days since 1970-01-01, or a month as {@link Shop#monthOf}
 * @param orders paid and not wholly given back
 * @param minor paid less given back, minor units
 */
record Takings(int period, int orders, long minor) {

  Takings plus(int moreOrders, long moreMinor) {
    return new Takings(period, orders + moreOrders, minor + moreMinor);
  }

  void pack(Packer out, int since) {
    out.number(since - period).number(orders).number(minor);
  }

  static Takings unpack(Unpacker in, int since) {
    return new Takings(since - in.intNumber(), in.intNumber(), in.number());
  }
}
