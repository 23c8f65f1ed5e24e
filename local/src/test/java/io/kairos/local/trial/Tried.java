package io.kairos.local.trial;

import io.kairos.engine.event.Origin;
import io.kairos.engine.profile.Shop;
import io.kairos.flink.source.UnreadableRecord;
import io.kairos.local.history.LogBook;
import io.kairos.local.history.Timeliness;
import io.kairos.local.traffic.SingleObject;
import io.kairos.wire.CartEvent;
import io.kairos.wire.CartType;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.Consent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.CustomerType;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** A customer of a test, and what rules would say to her. */
final class Tried {
  /** 10:00 in Shanghai. */
  static final Instant START = Instant.parse("2026-03-10T02:00:00Z");

  private static final String CUSTOMER = "anna";

  private final LogBook book = new LogBook(CUSTOMER, Shop.DEFAULT.currency(), Timeliness.USUAL);
  private int events;

  Tried viewed(Duration after) {
    return see(
        Origin.CLICKSTREAM,
        ClickstreamEvent.newBuilder()
            .setType(ClickType.VIEW)
            .setItem("lamp")
            .setEventId(id())
            .setCustomerId(CUSTOMER)
            .setTime(at(after))
            .build(),
        after);
  }

  Tried added(Duration after, long priceMinor) {
    return see(
        Origin.CART,
        CartEvent.newBuilder()
            .setType(CartType.ADDED)
            .setItem("lamp-" + events)
            .setPrice(priceMinor)
            .setEventId(id())
            .setCustomerId(CUSTOMER)
            .setTime(at(after))
            .build(),
        after);
  }

  Tried paid(Duration after, long totalMinor) {
    return see(
        Origin.ORDERS,
        OrderEvent.newBuilder()
            .setType(OrderType.PAID)
            .setOrderId("o-" + events)
            .setTotal(totalMinor)
            .setEventId(id())
            .setCustomerId(CUSTOMER)
            .setTime(at(after))
            .build(),
        after);
  }

  Tried refusesPush(Duration after) {
    return see(
        Origin.CUSTOMERS,
        CustomerEvent.newBuilder()
            .setType(CustomerType.CONSENT_CHANGED)
            .setConsents(List.of(Consent.newBuilder().setChannel("push").setGranted(false).build()))
            .setEventId(id())
            .setCustomerId(CUSTOMER)
            .setTime(at(after))
            .build(),
        after);
  }

  /** Somebody else does something, so that time goes on. */
  Tried until(Duration after) {
    book.reaches(at(after));
    return this;
  }

  private Tried see(Origin origin, SpecificRecordBase record, Duration after) {
    try {
      book.reaches(at(after));
      book.add(Timeliness.USUAL.reader().read(origin, SingleObject.encode(record), at(after)));
      return this;
    } catch (UnreadableRecord impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String id() {
    events++;
    return "e" + events;
  }

  static long at(Duration after) {
    return START.plus(after).toEpochMilli();
  }

  /** What the rules say to her now, in the order of the file. */
  List<Answer> asks(String rules) {
    Draft draft = Draft.of(rules, Shop.DEFAULT.currency());
    return new RuleTrial(draft, Shop.DEFAULT, History.of(book.log())).answers();
  }
}
