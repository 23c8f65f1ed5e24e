package io.kairos.engine.profile;

import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * What a customer's orders of one day brought, or of one month, which stands at its last day.
 *
 * @param day days since 1970-01-01
 * @param orders paid and not wholly given back
 * @param minor paid less given back, minor units
 */
record Takings(int day, int orders, long minor) {

  Takings plus(int moreOrders, long moreMinor) {
    return new Takings(day, orders + moreOrders, minor + moreMinor);
  }

  void pack(Packer out, int since) {
    out.number(since - day).number(orders).number(minor);
  }

  static Takings unpack(Unpacker in, int since) {
    return new Takings(since - in.intNumber(), in.intNumber(), in.number());
  }
}
