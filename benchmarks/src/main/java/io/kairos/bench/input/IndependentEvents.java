package io.kairos.bench.input;

import io.kairos.local.InputEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.OrderType;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Each event of a customer of its own draw: 90 of 100 are clicks, 7 of the cart, 3 of orders, which
 * are placed and paid by turns.
 */
final class IndependentEvents implements Iterator<InputEvent> {
  private static final int CLICKS = 90;
  private static final int CARTS = 7;
  private static final int MOST_LINES = 3;

  private final InputSpec spec;
  private final SplittableRandom random;
  private final Zipf zipf;
  private final Goods goods;
  private final Scribe scribe;
  private final int[] orderEvents;
  private final long[] placedMillis;
  private long written;

  IndependentEvents(InputSpec spec) {
    this.spec = spec;
    this.random = new SplittableRandom(spec.seed());
    this.zipf = new Zipf(spec.customers(), InputSpec.ZIPF);
    this.goods = new Goods(spec);
    this.scribe = new Scribe(spec);
    this.orderEvents = new int[spec.customers()];
    this.placedMillis = new long[spec.customers()];
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public InputEvent next() {
    long millis = InputSpec.START_MILLIS + spec.spanOf(written).toMillis();
    int customer = zipf.draw(random);
    Visitor visitor = Visitor.of(spec, customer, written++);
    int kind = random.nextInt(100);
    if (kind < CLICKS) {
      return scribe.click(visitor, millis, Looks.draw(random), goods.draw(random));
    } else if (kind < CLICKS + CARTS) {
      return scribe.cart(visitor, millis, change(customer));
    }
    return order(visitor, customer, millis);
  }

  private CartChange change(int customer) {
    String cartId = "k-" + customer + "-" + orderEvents[customer] / 2;
    Item item = goods.draw(random);
    int drawn = random.nextInt(100);
    if (drawn < 75) {
      return CartChange.added(cartId, item);
    } else if (drawn < 87) {
      return new CartChange(CartType.QUANTITY_CHANGED, cartId, item, 2);
    } else if (drawn < 97) {
      return new CartChange(CartType.REMOVED, cartId, item, 0);
    }
    return new CartChange(CartType.EMPTIED, cartId, null, 0);
  }

  private InputEvent order(Visitor visitor, int customer, long millis) {
    int before = orderEvents[customer]++;
    OrderType type = before % 2 == 0 ? OrderType.PLACED : OrderType.PAID;
    if (type == OrderType.PLACED) {
      placedMillis[customer] = millis;
    }
    int number = before / 2;
    Order order =
        new Order("o-" + customer + "-" + number, placedMillis[customer], items(customer, number));
    return scribe.order(visitor, millis, type, order);
  }

  /** The same at both statuses. */
  private List<Item> items(int customer, int number) {
    long drawn = spec.mixed(customer, 100 + number);
    return LongStream.rangeClosed(0, drawn % MOST_LINES)
        .mapToObj(line -> goods.at(drawn + 7919 * line))
        .toList();
  }
}
