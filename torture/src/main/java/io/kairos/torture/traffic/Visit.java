package io.kairos.torture.traffic;

import io.kairos.torture.traffic.PlannedEvent.Recording;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderType;
import io.kairos.wire.Topics;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A visit of a customer: looks, a cart, perhaps an order and what becomes of it. */
final class Visit {
  /** Few, since a customer's open runs are bounded, and there is one for each item looked at. */
  private static final int ITEMS = 3;

  private static final int LONGEST_STEP_MILLIS = 2_500;
  private static final int SHORT_DELAY_MILLIS = 400;
  private static final int[] LATE_MILLIS = {3_000, 12_000, 30_000, 75_000};

  private final String customer;
  private final Basket basket;
  private final long number;
  private final Pen pen;
  private final RandomGenerator random;
  private final List<Item> liked;
  private long nowMillis;
  private int events;
  private Consumer<PlannedEvent> plan;

  /**
   * A visit that is not planned yet.
   *
   * @param basket of the customer
   * @param number tells visits apart
   * @param beginMillis after the beginning of the traffic
   */
  Visit(String customer, Basket basket, long number, long beginMillis, RandomGenerator random) {
    this.customer = customer;
    this.basket = basket;
    this.number = number;
    this.pen = new Pen(customer);
    this.random = random;
    this.liked = Stream.generate(() -> Item.draw(random)).limit(ITEMS).toList();
    this.nowMillis = beginMillis;
  }

  /** Hands over its events, in no order. */
  void plan(Consumer<PlannedEvent> agenda) {
    plan = agenda;
    wordsOnTheCustomer();
    if (oneIn(2)) {
      click(pen.click(id(), ClickType.LOGIN));
    }
    if (oneIn(3)) {
      click(pen.click(id(), ClickType.SEARCH));
    }
    for (int looks = 2 + random.nextInt(7); looks > 0; looks--) {
      look();
    }
    if (oneIn(2)) {
      fillCart();
    }
    if (oneIn(3)) {
      order();
    }
    if (oneIn(150)) {
      write(Topics.CUSTOMERS, pen.customer(id(), CustomerType.ERASE));
    }
  }

  private void wordsOnTheCustomer() {
    if (oneIn(2)) {
      write(Topics.CUSTOMERS, pen.customer(id(), CustomerType.UPDATED));
    }
    if (oneIn(2)) {
      String channel = oneIn(3) ? "push" : "sms";
      String purpose = oneIn(4) ? "service" : "marketing";
      write(Topics.CUSTOMERS, pen.consent(id(), channel, purpose, !oneIn(5)));
    }
  }

  private void look() {
    Item item = item();
    click(pen.click(id(), ClickType.VIEW, item));
    if (oneIn(6)) {
      click(pen.click(id(), ClickType.LIKE, item));
    }
  }

  private void fillCart() {
    Item first = item();
    cart(CartType.ADDED, first, 1);
    for (int more = random.nextInt(3); more > 0; more--) {
      cart(CartType.ADDED, item(), 1 + random.nextInt(2));
    }
    if (oneIn(4)) {
      cart(CartType.QUANTITY_CHANGED, first, 2 + random.nextInt(3));
    }
    if (oneIn(4)) {
      cart(CartType.REMOVED, first, 0);
    }
    if (oneIn(8) || basket.isLong()) {
      write(Topics.CART, pen.emptied(id()));
      basket.empty();
    }
  }

  private void order() {
    String order = "o-" + number;
    Item item = item();
    int quantity = 1 + random.nextInt(3);
    order(OrderType.PLACED, order, item, quantity);
    basket.order(item);
    nowMillis += random.nextInt(40_000);
    if (oneIn(6)) {
      order(OrderType.CANCELLED, order, item, quantity);
      return;
    }
    order(OrderType.PAID, order, item, quantity);
    if (oneIn(3)) {
      order(OrderType.SHIPPED, order, item, quantity);
      order(OrderType.DELIVERED, order, item, quantity);
    }
    if (oneIn(5)) {
      order(OrderType.REFUNDED, order, item, quantity);
    }
  }

  private void click(Recording recording) {
    write(Topics.CLICKSTREAM, recording);
  }

  private void cart(CartType type, Item item, int quantity) {
    write(Topics.CART, pen.cart(id(), type, item, quantity));
    basket.change(type, item);
  }

  private void order(OrderType type, String order, Item item, int quantity) {
    write(Topics.ORDERS, pen.order(id(), type, order, item, quantity));
  }

  /** One of 20 events is late, one of 25 is sent again, one of 10 is at the instant of the last. */
  private void write(Topics topic, Recording recording) {
    nowMillis += oneIn(10) ? 0 : random.nextInt(LONGEST_STEP_MILLIS);
    long delay =
        oneIn(20)
            ? random.nextInt(LATE_MILLIS[random.nextInt(LATE_MILLIS.length)])
            : random.nextInt(SHORT_DELAY_MILLIS);
    PlannedEvent event = new PlannedEvent(nowMillis + delay, nowMillis, topic, customer, recording);
    plan.accept(event);
    if (oneIn(25)) {
      plan.accept(event.again(random.nextInt(20_000)));
    }
  }

  private Item item() {
    return liked.get(random.nextInt(ITEMS));
  }

  private String id() {
    return "e-" + number + "-" + events++;
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }
}
