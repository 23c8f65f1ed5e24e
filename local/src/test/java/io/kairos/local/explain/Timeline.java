package io.kairos.local.explain;

import io.kairos.engine.event.Event;
import io.kairos.engine.event.Origin;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.local.history.CustomerLog;
import io.kairos.local.history.Timeliness;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.data.RecordBuilder;
import org.apache.avro.specific.SpecificRecordBase;

/** The events of one customer, written down by hand. */
final class Timeline {
  static final String CUSTOMER = "c1";

  private final List<Event> events = new ArrayList<>();

  static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  List<Event> events() {
    return events;
  }

  CustomerLog until(String time) {
    return new CustomerLog(CUSTOMER, events, List.of(), millis(time), Long.MIN_VALUE);
  }

  Timeline view(String time) {
    return click(time, ClickstreamEvent.newBuilder().setType(ClickType.VIEW).setItem("phone-7"));
  }

  Timeline search(String time, String query) {
    return click(time, ClickstreamEvent.newBuilder().setType(ClickType.SEARCH).setQuery(query));
  }

  private Timeline click(String time, ClickstreamEvent.Builder click) {
    return add(
        Origin.CLICKSTREAM,
        time,
        click.setEventId("click-" + events.size()).setCustomerId(CUSTOMER).setTime(millis(time)));
  }

  /** Puts one unit in the cart. */
  Timeline cartAdded(String time, String cart, String item, long priceMinor) {
    return add(
        Origin.CART,
        time,
        CartEvent.newBuilder()
            .setType(CartType.ADDED)
            .setEventId("cart-" + events.size())
            .setCustomerId(CUSTOMER)
            .setTime(millis(time))
            .setCartId(cart)
            .setItem(item)
            .setQuantity(1)
            .setPrice(priceMinor));
  }

  Timeline ordered(String time, OrderType type, String order, String item, long totalMinor) {
    return add(
        Origin.ORDERS,
        time,
        OrderEvent.newBuilder()
            .setType(type)
            .setEventId(order + "-" + type)
            .setCustomerId(CUSTOMER)
            .setTime(millis(time))
            .setOrderId(order)
            .setTotal(totalMinor)
            .setLines(
                List.of(OrderLine.newBuilder().setItem(item).setUnitPrice(totalMinor).build())));
  }

  Timeline registered(String time, String zone) {
    return customer(
        time, CustomerEvent.newBuilder().setType(CustomerType.REGISTERED).setTimeZone(zone));
  }

  Timeline erased(String time) {
    return customer(time, CustomerEvent.newBuilder().setType(CustomerType.ERASE));
  }

  private Timeline customer(String time, CustomerEvent.Builder change) {
    return add(
        Origin.CUSTOMERS,
        time,
        change
            .setEventId("customer-" + events.size())
            .setCustomerId(CUSTOMER)
            .setTime(millis(time)));
  }

  /** The last event once more. */
  Timeline again() {
    events.add(events.get(events.size() - 1));
    return this;
  }

  private Timeline add(Origin origin, String time, RecordBuilder<?> record) {
    try {
      byte[] bytes = SingleObject.encode((SpecificRecordBase) record.build());
      events.add(Timeliness.USUAL.reader().read(origin, bytes, millis(time)));
      return this;
    } catch (UnreadableRecord impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
