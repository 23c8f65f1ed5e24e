package io.kairos.bench.peer;

import io.kairos.bench.shop.Alert;
import io.kairos.bench.shop.EventType;
import io.kairos.bench.shop.ShopEvent;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;

/** A customer's events at times after a start, told to one function. */
final class Timeline implements Closeable {
  static final long START = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
  static final String CUSTOMER = "c1";

  private final KeyedOneInputStreamOperatorTestHarness<String, ShopEvent, Alert> harness;

  Timeline(KeyedProcessFunction<String, ShopEvent, Alert> function) throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            function, event -> event.customerId, Types.STRING);
  }

  static ShopEvent event(Duration after, EventType type) {
    return new ShopEvent(CUSTOMER, START + after.toMillis(), type);
  }

  static ShopEvent cart(Duration after, String item, int quantity, long cents) {
    ShopEvent event = event(after, EventType.CART_CHANGED);
    event.item = item;
    event.quantity = quantity;
    event.cents = cents;
    return event;
  }

  static ShopEvent paid(Duration after, long cents) {
    ShopEvent event = event(after, EventType.ORDER_PAID);
    event.cents = cents;
    return event;
  }

  static Alert alert(Alert.Rule rule, Duration after, long cents) {
    return new Alert(CUSTOMER, rule, START + after.toMillis(), cents);
  }

  Timeline tell(ShopEvent... events) throws Exception {
    for (ShopEvent event : events) {
      harness.processWatermark(event.time - 1);
      harness.processElement(event, event.time);
    }
    return this;
  }

  /** As in a catch-up, with time still behind. */
  void tellAhead(ShopEvent... events) throws Exception {
    for (ShopEvent event : events) {
      harness.processElement(event, event.time);
    }
  }

  /** All alerts so far, once time has come to an instant. */
  List<Alert> until(Duration after) throws Exception {
    harness.processWatermark(START + after.toMillis());
    return harness.extractOutputValues();
  }

  @Override
  public void close() throws IOException {
    try {
      harness.close();
    } catch (Exception e) {
      throw new IOException("the function does not close", e);
    }
  }
}
