package io.kairos.bench.input;

import io.kairos.bench.input.Session.Step;
import io.kairos.wire.CartType;
import io.kairos.wire.OrderType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * What happens on a visit: 2 to 12 clicks; on 28 of 100 visits two changes of the cart in their
 * midst, with another click between; and on 12 of 100 then an order, placed and paid.
 */
final class SessionPlan {
  /** Events of a visit on average. */
  static final double MEAN_EVENTS = 7.0 + 3 * 0.28 + 2 * 0.12;

  private static final int FEWEST_CLICKS = 2;
  private static final int MOST_CLICKS = 12;
  private static final double CART = 0.28;
  private static final double ORDER_OF_CART = 0.12 / 0.28;
  private static final double REMOVAL = 0.2;

  private final InputSpec spec;
  private final SplittableRandom random;
  private final Goods goods;
  private final Scribe scribe;

  SessionPlan(InputSpec spec, SplittableRandom random) {
    this.spec = spec;
    this.random = random;
    this.goods = new Goods(spec);
    this.scribe = new Scribe(spec);
  }

  Queue<Step> of(int customer, long number) {
    Visitor visitor = Visitor.of(spec, customer, number);
    Queue<Step> steps = new ArrayDeque<>();
    int clicks = random.nextInt(FEWEST_CLICKS, MOST_CLICKS + 1);
    boolean cart = random.nextDouble() < CART;
    for (int click = 0; click < clicks; click++) {
      look(visitor, steps);
      if (cart && click == clicks / 2) {
        fill(visitor, number, steps);
      }
    }
    return steps;
  }

  private void look(Visitor visitor, Queue<Step> steps) {
    var type = Looks.draw(random);
    Item item = goods.draw(random);
    steps.add(millis -> scribe.click(visitor, millis, type, item));
  }

  private void fill(Visitor visitor, long number, Queue<Step> steps) {
    String cartId = "k-" + number;
    Item first = goods.draw(random);
    List<Item> kept = new ArrayList<>(List.of(first));
    steps.add(millis -> scribe.cart(visitor, millis, CartChange.added(cartId, first)));
    CartChange second = second(cartId, first);
    if (second.type() == CartType.ADDED) {
      kept.add(second.item());
    }
    look(visitor, steps);
    steps.add(millis -> scribe.cart(visitor, millis, second));
    if (second.type() == CartType.ADDED && random.nextDouble() < ORDER_OF_CART / (1 - REMOVAL)) {
      buy(visitor, number, kept, steps);
    }
  }

  private CartChange second(String cartId, Item first) {
    return random.nextDouble() < REMOVAL
        ? new CartChange(CartType.REMOVED, cartId, first, 0)
        : CartChange.added(cartId, goods.draw(random));
  }

  private void buy(Visitor visitor, long number, List<Item> items, Queue<Step> steps) {
    long[] placedMillis = new long[1];
    String id = "o-" + number;
    steps.add(
        millis -> {
          placedMillis[0] = millis;
          return scribe.order(visitor, millis, OrderType.PLACED, new Order(id, millis, items));
        });
    steps.add(
        millis ->
            scribe.order(visitor, millis, OrderType.PAID, new Order(id, placedMillis[0], items)));
  }
}
