package io.kairos.local.traffic;

import io.kairos.wire.CartType;
import java.util.List;
import java.util.random.RandomGenerator;

/** One visit, from the first search to leaving or ordering; plans its events as time passes. */
final class ShoppingTrip {
  private static final int FULL_CART_LINES = 6;

  private final Pen pen;
  private final Cart cart;
  private final Agenda agenda;
  private final RandomGenerator random;
  private long nowMillis;

  ShoppingTrip(Pen pen, Cart cart, Agenda agenda, RandomGenerator random, long startMillis) {
    this.pen = pen;
    this.cart = cart;
    this.agenda = agenda;
    this.random = random;
    this.nowMillis = startMillis;
  }

  /** Looks at items without touching the cart. Returns when the visit ends, epoch milliseconds. */
  long browse(List<Item> wishes) {
    wishes.forEach(this::look);
    return nowMillis;
  }

  /** Looks at items and puts at least one in the cart. Returns when the visit ends. */
  long fillCart(List<Item> wishes) {
    searchNowAndThen();
    clearFullCart();
    for (Item wish : wishes) {
      look(wish);
      if (cart.isEmpty() || random.nextInt(5) < 2) {
        put(wish, 1 + (random.nextInt(6) == 0 ? 1 : 0));
      }
    }
    changeMind();
    return nowMillis;
  }

  /** Looks at items and puts one unit of each in the cart. Returns when the visit ends. */
  long take(List<Item> wishes) {
    for (Item wish : wishes) {
      look(wish);
      put(wish, 1);
    }
    return nowMillis;
  }

  private void searchNowAndThen() {
    if (random.nextInt(5) < 2) {
      agenda.plan(pen.search(nowMillis, Catalogue.shelf(random)));
      pause();
    }
  }

  private void look(Item item) {
    long dwellMillis = 2_000 + random.nextLong(28_000);
    agenda.plan(pen.view(nowMillis, item, dwellMillis));
    nowMillis += dwellMillis;
    if (random.nextInt(7) == 0) {
      agenda.plan(pen.like(nowMillis, item));
    }
    pause();
  }

  private void put(Item item, int units) {
    boolean held = cart.quantity(item) > 0;
    change(held ? CartType.QUANTITY_CHANGED : CartType.ADDED, item, cart.quantity(item) + units);
  }

  /** Second thoughts before leaving: one more of an item, or one item less but never the last. */
  private void changeMind() {
    int thought = random.nextInt(10);
    Item item = cart.items().get(0);
    if (thought < 2) {
      put(item, 1);
    } else if (thought == 2 && cart.items().size() > 1) {
      change(CartType.REMOVED, item, 0);
    }
  }

  private void clearFullCart() {
    if (cart.items().size() >= FULL_CART_LINES) {
      agenda.plan(pen.emptied(nowMillis, cart));
      cart.startOver();
      pause();
    }
  }

  private void change(CartType type, Item item, int quantity) {
    int delta = cart.set(item, quantity);
    agenda.plan(pen.changed(nowMillis, type, new CartChange(item, delta), cart));
    pause();
  }

  private void pause() {
    nowMillis += 3_000 + random.nextLong(30_000);
  }
}
