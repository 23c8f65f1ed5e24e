package io.kairos.bench.input;

import io.kairos.local.InputEvent;
import io.kairos.wire.ClickType;
import io.kairos.wire.OrderType;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens in the shop while somebody waits for it: 90 of 100 events are clicks, 3 orders, each
 * of a customer of its own draw; in the other 7 somebody never seen before puts something into a
 * cart, so that what follows from that one event is told by its customer.
 */
public final class LiveEvents {
  private static final int CLICKS = 90;
  private static final int ORDERS = 3;

  private final InputSpec spec;
  private final SplittableRandom random;
  private final Zipf zipf;
  private final Goods goods;
  private final Scribe scribe;
  private final int hotPercent;
  private long written;

  /**
   * @param customers of the clicks and orders, at least 1
   * @param hotPercent of the clicks and orders, how many are those of the first customer, beside
   *     what that one draws anyway; 0 to 100
   */
  public LiveEvents(int customers, int hotPercent, long seed) {
    this.hotPercent = hotPercent;
    this.spec = new InputSpec(Form.INDEPENDENT, 1, customers, seed);
    this.random = new SplittableRandom(seed);
    this.zipf = new Zipf(customers, InputSpec.ZIPF);
    this.goods = new Goods(spec);
    this.scribe = new Scribe(spec);
  }

  /** The next event, which happens at an instant. */
  public InputEvent at(long millis) {
    int kind = random.nextInt(100);
    Item item = goods.draw(random);
    long number = written++;
    if (kind < CLICKS) {
      ClickType type = Looks.draw(random);
      return scribe.click(known(number), millis, type, type == ClickType.LOGIN ? null : item);
    } else if (kind < CLICKS + ORDERS) {
      Order order = new Order("o-" + number, millis, List.of(item));
      return scribe.order(known(number), millis, OrderType.PLACED, order);
    }
    Visitor stranger = Visitor.of(spec, Math.toIntExact(spec.customers() + number), number);
    return scribe.cart(stranger, millis, CartChange.added("k-" + number, item));
  }

  private Visitor known(long visit) {
    boolean hot = hotPercent > 0 && random.nextInt(100) < hotPercent;
    return Visitor.of(spec, hot ? 0 : zipf.draw(random), visit);
  }
}
