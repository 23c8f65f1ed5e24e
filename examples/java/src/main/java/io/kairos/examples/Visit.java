package io.kairos.examples;

import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Consent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The events of one visit.
 *
 * <p>An id says what happened, not when it was sent, so a retry repeats it: who makes ids at random
 * keeps them with the event before the first try.
 *
 * @param number tells the customer's visits apart
 * @param atMillis when it begins, epoch milliseconds
 */
record Visit(String customer, String number, long atMillis) {
  private static final long PRICE = 199_900;
  private static final String ITEM = "phone-x";
  private static final String CATEGORY = "electronics.phone";

  CustomerEvent registered() {
    return CustomerEvent.newBuilder()
        .setEventId(customer + "-registered")
        .setCustomerId(customer)
        .setTime(atMillis)
        .setType(CustomerType.REGISTERED)
        .setTimeZone(noon())
        .setConsents(List.of(Consent.newBuilder().setChannel("push").setGranted(true).build()))
        .setReachable(Map.of("push", true))
        .build();
  }

  ClickstreamEvent view() {
    return ClickstreamEvent.newBuilder()
        .setEventId(id("view"))
        .setCustomerId(customer)
        .setTime(atMillis + 1)
        .setType(ClickType.VIEW)
        .setItem(ITEM)
        .setCategory(CATEGORY)
        .setPrice(PRICE)
        .build();
  }

  CartEvent added() {
    return CartEvent.newBuilder()
        .setEventId(id("added"))
        .setCustomerId(customer)
        .setTime(atMillis + 2)
        .setType(CartType.ADDED)
        .setItem(ITEM)
        .setCategory(CATEGORY)
        .setPrice(PRICE)
        .setQuantity(1)
        .build();
  }

  OrderEvent paid() {
    return OrderEvent.newBuilder()
        .setEventId(id("paid"))
        .setCustomerId(customer)
        .setTime(atMillis + 3)
        .setType(OrderType.PAID)
        .setOrderId(customer + "-" + number)
        .setTotal(PRICE)
        .setLines(
            List.of(
                OrderLine.newBuilder()
                    .setItem(ITEM)
                    .setCategory(CATEGORY)
                    .setQuantity(1)
                    .setUnitPrice(PRICE)
                    .build()))
        .build();
  }

  /** A zone in which it is noon, so that no quiet hours hold the welcome message. */
  private String noon() {
    return "Etc/GMT%+d".formatted(Duration.ofMillis(atMillis).toHours() % 24 - 12);
  }

  private String id(String what) {
    return customer + "-" + number + "-" + what;
  }
}
