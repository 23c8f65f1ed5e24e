package io.kairos.bench.input;

import io.kairos.local.InputEvent;
import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import io.kairos.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Writes down what happens as the wire has it, with ids that never come twice. */
final class Scribe {
  private static final String SOURCE = "collector-1";
  private static final String CURRENCY = "CNY";
  private static final long PAY_WITHIN_MILLIS = Duration.ofDays(1).toMillis();
  private static final long LONGEST_LOOK_MILLIS = 60_000;

  private final InputSpec spec;
  private long written;

  Scribe(InputSpec spec) {
    this.spec = spec;
  }

  /** One whose ids are none of the first so many. */
  static Scribe after(InputSpec spec, long written) {
    Scribe scribe = new Scribe(spec);
    scribe.written = written;
    return scribe;
  }

  /**
   * @param item what it is about; null for a login
   */
  InputEvent click(Visitor visitor, long millis, ClickType type, Item item) {
    ClickstreamEvent click = new ClickstreamEvent();
    click.setEventId(nextId());
    click.setCustomerId(visitor.customer());
    click.setTime(millis);
    click.setSource(SOURCE);
    click.setAttributes(Map.of());
    click.setType(type);
    click.setPlatform(visitor.platform());
    click.setSessionId(visitor.session());
    click.setCity(visitor.city());
    switch (type) {
      case LOGIN -> {}
      case SEARCH -> click.setQuery(item.category().replace('.', ' ') + " " + item.brand());
      default -> look(click, item);
    }
    return new InputEvent(Topics.CLICKSTREAM, visitor.customer(), millis, click);
  }

  private void look(ClickstreamEvent click, Item item) {
    click.setItem(item.id());
    click.setCategory(item.category());
    click.setBrand(item.brand());
    click.setPrice(item.priceCents());
    click.setCurrency(CURRENCY);
    click.setDwellMillis(spec.mixed(written, 4) % LONGEST_LOOK_MILLIS);
  }

  InputEvent cart(Visitor visitor, long millis, CartChange change) {
    CartEvent event = new CartEvent();
    event.setEventId(nextId());
    event.setCustomerId(visitor.customer());
    event.setTime(millis);
    event.setSource(SOURCE);
    event.setAttributes(Map.of());
    event.setType(change.type());
    event.setCartId(change.cartId());
    event.setCurrency(CURRENCY);
    Item item = change.item();
    if (item != null) {
      event.setItem(item.id());
      event.setCategory(item.category());
      event.setBrand(item.brand());
      event.setPrice(item.priceCents());
      event.setQuantity(change.quantity());
    }
    return new InputEvent(Topics.CART, visitor.customer(), millis, event);
  }

  InputEvent order(Visitor visitor, long millis, OrderType type, Order order) {
    OrderEvent event = new OrderEvent();
    event.setEventId(nextId());
    event.setCustomerId(visitor.customer());
    event.setTime(millis);
    event.setSource(SOURCE);
    event.setAttributes(Map.of());
    event.setType(type);
    event.setOrderId(order.id());
    event.setPlacedAt(order.placedMillis());
    event.setPayBy(order.placedMillis() + PAY_WITHIN_MILLIS);
    event.setLines(order.items().stream().map(Scribe::line).toList());
    event.setTotal(order.totalCents());
    event.setCurrency(CURRENCY);
    event.setCouponCodes(List.of());
    event.setRefundLines(List.of());
    return new InputEvent(Topics.ORDERS, visitor.customer(), millis, event);
  }

  private static OrderLine line(Item item) {
    OrderLine line = new OrderLine();
    line.setItem(item.id());
    line.setCategory(item.category());
    line.setBrand(item.brand());
    line.setQuantity(1);
    line.setUnitPrice(item.priceCents());
    return line;
  }

  private String nextId() {
    // The number itself besides, since mixed numbers may meet.
    return Long.toHexString(spec.mixed(++written, 5)) + "-" + Long.toHexString(written);
  }
}
