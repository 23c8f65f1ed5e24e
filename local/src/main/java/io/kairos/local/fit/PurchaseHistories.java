package io.kairos.local.fit;

import io.kairos.engine.cleaning.RejectionReason;
import io.kairos.engine.profile.Shop;
import io.kairos.local.InputEvent;
import io.kairos.local.StopSignal;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The purchase histories of all customers of a file.
 *
 * @param customers in the order of their first purchases
 * @param refused paid orders that the job would refuse and that count in no history, by its reason
 */
record PurchaseHistories(List<PurchaseHistory> customers, Map<RejectionReason, Long> refused) {
  PurchaseHistories {
    customers = List.copyOf(customers);
    refused = Map.copyOf(refused);
  }

  /**
   * Counts {@code order.paid}; refunds and cancellations take nothing back.
   *
   * @param events in the order of time
   * @param shop its zone, whose days count, and its currency
   * @param end the last day of the observation, at or after every event
   * @throws io.kairos.local.CommandError if the run is to end
   */
  static PurchaseHistories count(
      Iterator<InputEvent> events, Shop shop, LocalDate end, StopSignal stop) {
    OrderCleaning cleaning = new OrderCleaning(shop.currency());
    Map<String, PurchaseDays> byCustomer = new LinkedHashMap<>();
    while (events.hasNext()) {
      stop.throwIfRequested();
      InputEvent event = events.next();
      if (event.record() instanceof OrderEvent order
          && order.getType() == OrderType.PAID
          && cleaning.takes(event)) {
        long day = shop.dayOf(event.timeMillis());
        byCustomer
            .computeIfAbsent(event.customerId(), id -> new PurchaseDays(day))
            .add(day, order.getTotal());
      }
    }
    int digits = Math.max(0, Currency.getInstance(shop.currency()).getDefaultFractionDigits());
    return new PurchaseHistories(
        byCustomer.values().stream().map(days -> days.until(end.toEpochDay(), digits)).toList(),
        cleaning.refused());
  }

  /** Customers with purchases on more than one day. */
  List<PurchaseHistory> repeaters() {
    return customers.stream().filter(customer -> customer.x() > 0).toList();
  }
}
