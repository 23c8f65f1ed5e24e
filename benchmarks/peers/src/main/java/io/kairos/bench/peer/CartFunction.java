package io.kairos.bench.peer;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.Limits;
import io.kairos.bench.shop.ShopEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What a customer has in the cart; an order, an emptying or another cart ends it. Alerts once per
 * cart, {@link Limits#CART_LEFT_MILLIS} after its last change. Takes what {@link
 * EventType#concernsCart}; holds it until the watermark, since an order is read from another topic
 * than the cart that it ends.
 */
final class CartFunction extends KeyedProcessFunction<String, ShopEvent, Alert> {
  private static final long serialVersionUID = 1;

  private transient MapState<Long, List<ShopEvent>> waiting;
  private transient ValueState<CartStatus> status;
  private transient MapState<String, CartLine> lines;

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(Types.POJO(ShopEvent.class))));
    status = getRuntimeContext().getState(new ValueStateDescriptor<>("cart", CartStatus.class));
    lines =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("lines", Types.STRING, Types.POJO(CartLine.class)));
  }

  @Override
  public void processElement(ShopEvent event, Context context, Collector<Alert> alerts)
      throws Exception {
    List<ShopEvent> sameTime =
        Objects.requireNonNullElseGet(waiting.get(event.time), ArrayList::new);
    sameTime.add(event);
    waiting.put(event.time, sameTime);
    context.timerService().registerEventTimeTimer(event.time);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> alerts) throws Exception {
    CartStatus cart = Objects.requireNonNullElseGet(status.value(), CartStatus::new);
    List<ShopEvent> events = waiting.get(time);
    if (events != null) {
      waiting.remove(time);
      for (ShopEvent event : events) {
        apply(event, cart);
      }
      context.timerService().registerEventTimeTimer(time + Limits.CART_LEFT_MILLIS);
    }
    boolean latest = time == cart.changedAt + Limits.CART_LEFT_MILLIS;
    if (latest && !cart.alerted && !lines.isEmpty()) {
      cart.alerted = true;
      alerts.collect(new Alert(context.getCurrentKey(), Alert.Rule.CART_ABANDONED, time, value()));
    }
    status.update(cart);
  }

  private void apply(ShopEvent event, CartStatus cart) throws Exception {
    if (event.type == EventType.CART_CHANGED) {
      cart.changedAt = event.time;
      change(cart, event);
    } else {
      end(cart);
    }
  }

  private void change(CartStatus cart, ShopEvent event) throws Exception {
    if (!Objects.equals(event.cartId, cart.cartId)) {
      end(cart);
      cart.cartId = event.cartId;
    }
    CartLine line = lines.get(event.item);
    int quantity = event.quantityAfter(line == null ? 0 : line.quantity);
    if (quantity > 0) {
      lines.put(event.item, new CartLine(quantity, event.cents));
    } else if (line != null) {
      lines.remove(event.item);
      cart.alerted &= !lines.isEmpty();
    }
  }

  private void end(CartStatus cart) {
    lines.clear();
    cart.alerted = false;
  }

  private long value() throws Exception {
    long cents = 0;
    for (CartLine line : lines.values()) {
      cents += line.quantity * line.cents;
    }
    return cents;
  }
}
