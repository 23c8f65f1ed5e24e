package io.kairos.engine.profile;

import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Packer;
import io.kairos.engine.pack.Unpacker;

/**
 * What was heard of an order, so that no status counts twice.
 *
 * @param statuses one bit each
 * @param lastDay the latest day of an event, days since 1970-01-01 in UTC
 */
record Heard(int statuses, int lastDay) {
  private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;
  static final Heard NOTHING = new Heard(0, 0);

  /** Whether that status was heard of. */
  boolean has(EventName status) {
    return (statuses & bit(status)) != 0;
  }

  /** Whether it was heard that the order exists: its placement or its payment. */
  boolean counted() {
    return has(EventName.ORDER_PLACED) || has(EventName.ORDER_PAID);
  }

  /** The end of the latest day of an event: none was later, epoch milliseconds. */
  long lastMillis() {
    return (lastDay + 1) * DAY_MILLIS - 1;
  }

  Heard plus(OrderStatus event) {
    int day = (int) Math.floorDiv(event.timeMillis(), DAY_MILLIS);
    int heard = Refunds.hasId(event) ? 0 : bit(event.name());
    return new Heard(statuses | heard, Math.max(lastDay, day));
  }

  /** The bits are in state: they never change. The first seven take one byte. */
  private static int bit(EventName name) {
    return switch (name) {
      case ORDER_PLACED -> 1;
      case ORDER_PAID -> 1 << 1;
      case ORDER_SHIPPED -> 1 << 2;
      case ORDER_DELIVERED -> 1 << 3;
      case ORDER_COMPLETED -> 1 << 4;
      case ORDER_CANCELLED -> 1 << 5;
      case ORDER_RETURN_REQUESTED -> 1 << 6;
      case ORDER_REFUNDED -> 1 << 7;
      default -> 1 << 8;
    };
  }

  void pack(Packer out, int since) {
    out.unsigned(statuses).number(lastDay - since);
  }

  static Heard unpack(Unpacker in, int since) {
    return new Heard(in.unsignedInt(), since + in.intNumber());
  }
}
