package io.kairos.torture.oracle;

import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;

/** Whether a record can be true, by the reasons of the page Metrics. */
final class Admission {
  private static final long EARLIEST = Instant.parse("1980-01-01T00:00:00Z").toEpochMilli();
  private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
  private static final long FUTURE_MILLIS = 300_000;
  private static final long MOST_MONEY = 1_000_000_000_000_000L;
  private static final int MOST_UNITS = 999_999;
  private static final int MOST_ID_BYTES = 256;

  private final String currency;

  Admission(String currency) {
    this.currency = currency;
  }

  boolean admits(Happening happening) {
    return isId(happening.label().customerId())
        && isId(happening.eventId())
        && isPossible(happening.moments())
        && isPossible(happening.record());
  }

  private static boolean isPossible(Happening.Moments moments) {
    long time = moments.timeMillis();
    return time >= EARLIEST
        && time < LATEST
        && moments.arrivalMillis() < LATEST
        && time - moments.arrivalMillis() <= FUTURE_MILLIS;
  }

  private boolean isPossible(Object record) {
    if (record instanceof ClickstreamEvent click) {
      return isOurs(click.getCurrency())
          && areMoney(click.getPrice(), click.getListPrice())
          && isPlain(click.getItem());
    } else if (record instanceof CartEvent cart) {
      return isOurs(cart.getCurrency()) && isPossible(cart);
    } else if (record instanceof OrderEvent order) {
      return isOurs(order.getCurrency()) && isPossible(order);
    }
    return true;
  }

  private static boolean isPossible(CartEvent cart) {
    boolean named = cart.getItem() != null && !cart.getItem().isEmpty();
    return (named || cart.getType() == CartType.EMPTIED)
        && isPlain(cart.getItem())
        && isPlain(cart.getCartId())
        && areMoney(cart.getPrice(), cart.getListPrice(), cart.getCartTotal())
        && (cart.getQuantity() == null || isBetween(0, cart.getQuantity()))
        && (cart.getDelta() == null || Math.abs((long) cart.getDelta()) <= MOST_UNITS);
  }

  private static boolean isPossible(OrderEvent order) {
    return isId(order.getOrderId())
        && areMoney(order.getTotal(), order.getDiscount(), order.getShipping())
        && areMoney(order.getRefundAmount())
        && Stream.concat(order.getLines().stream(), order.getRefundLines().stream())
            .allMatch(Admission::isPossible);
  }

  private static boolean isPossible(OrderLine line) {
    return isId(line.getItem())
        && isBetween(1, line.getQuantity())
        && areMoney(line.getUnitPrice(), line.getListPrice(), line.getDiscount());
  }

  private boolean isOurs(String given) {
    return given == null || given.equals(currency);
  }

  private static boolean isBetween(int least, int units) {
    return units >= least && units <= MOST_UNITS;
  }

  private static boolean areMoney(Long... amounts) {
    return Stream.of(amounts).allMatch(a -> a == null || a >= 0 && a <= MOST_MONEY);
  }

  private static boolean isId(String id) {
    return id != null && !id.isEmpty() && isPlain(id);
  }

  private static boolean isPlain(String id) {
    return id == null
        || id.getBytes(StandardCharsets.UTF_8).length <= MOST_ID_BYTES
            && id.chars().noneMatch(Character::isISOControl);
  }
}
