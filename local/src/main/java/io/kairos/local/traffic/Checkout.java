package io.kairos.local.traffic;

import io.kairos.wire.OrderType;
import java.util.random.RandomGenerator;

/** Turns a cart into an order and plans all statuses that the order will reach. */
final class Checkout {
  private static final int COUPON_PERCENT = 5;

  private final Pen pen;
  private final Agenda agenda;
  private final RandomGenerator random;

  Checkout(Pen pen, Agenda agenda, RandomGenerator random) {
    this.pen = pen;
    this.agenda = agenda;
    this.random = random;
  }

  /** Orders all that is in the cart, now and then with a coupon, and leaves the cart empty. */
  void order(long millis, Cart cart) {
    boolean coupon = random.nextInt(8) == 0;
    order(millis, cart, coupon ? COUPON_PERCENT : 0, Fate.drawn(random));
  }

  /** Orders all that is in the cart at full price, with an end known beforehand. */
  void order(long millis, Cart cart, Fate fate) {
    order(millis, cart, 0, fate);
  }

  private void order(long millis, Cart cart, int discountPercent, Fate fate) {
    Order order = Order.of(pen.orderId(cart), millis, cart, discountPercent);
    agenda.plan(pen.order(millis, OrderType.PLACED, order));
    long at = millis;
    for (Fate.Step step : fate.steps()) {
      at += step.delayMillis(random);
      agenda.plan(pen.order(at, step.type(), order));
    }
    cart.startOver();
  }
}
