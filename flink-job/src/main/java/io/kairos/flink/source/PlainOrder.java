package io.kairos.flink.source;

import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.OrderStatus.Money;
import io.kairos.engine.event.OrderStatus.Refund;
import io.kairos.engine.event.OrderStatus.Saving;
import io.kairos.engine.event.Price;
import io.kairos.wire.OrderType;
import java.util.List;

/** A record of the topic orders, from behind the attributes on. */
final class PlainOrder {
  /** The schema whose fields, in their order, are read here. */
  static final long SCHEMA = 0x850ccc11e6094c7dL;

  private static final EventName[] NAMES = WireReader.names("ORDER_", OrderType.values());

  private PlainOrder() {}

  static Event event(Bytes in, Header header) {
    EventName name = NAMES[in.symbol(NAMES.length)];
    String orderId = in.optionalText();
    long time = header.timing().timeMillis();
    OrderStatus.Dates dates =
        OrderStatus.Dates.given(in.optionalNumber(time), in.optionalNumber(0), time);
    List<OrderLine> lines = lines(in);
    Money money = money(in, name, amounts(AmountRange.NONE, lines));
    in.skipOptionalText(); // cancelReason
    return new OrderStatus(header, name, orderId, dates, lines, money);
  }

  private static List<OrderLine> lines(Bytes in) {
    OrderLine[] lines = new OrderLine[in.items()];
    for (int i = 0; i < lines.length; i++) {
      Item item = SharedFields.item(in, in.text());
      int quantity = in.integer();
      Price price = new Price(in.number(), in.optionalNumber(0), null);
      lines[i] = new OrderLine(item, quantity, price, in.number());
    }
    if (lines.length > 0) {
      in.endItems();
    }
    return List.of(lines);
  }

  /** total to refundLines. */
  private static Money money(Bytes in, EventName name, AmountRange ofLines) {
    long total = in.number();
    long discount = in.number();
    long shipping = in.number();
    String currency = in.optionalWord();
    Saving saving = new Saving(discount, skipTexts(in) > 0);
    in.skipOptionalText(); // triggerId
    String refundId = Given.text(in.optionalText());
    boolean given = in.given();
    long refunded = given ? in.number() : 0;
    Refund refund =
        name == EventName.ORDER_REFUNDED
            ? new Refund(given ? refunded : total, refundId)
            : Refund.NONE;
    AmountRange amounts = ofLines.with(total, discount, shipping, refunded);
    return new Money(total, saving, refund, amounts(amounts, lines(in)), currency);
  }

  private static int skipTexts(Bytes in) {
    int items = in.items();
    for (int rest = items; rest > 0; rest--) {
      in.skipText();
    }
    if (items > 0) {
      in.endItems();
    }
    return items;
  }

  private static AmountRange amounts(AmountRange range, List<OrderLine> lines) {
    AmountRange wider = range;
    for (OrderLine line : lines) {
      Price price = line.price();
      wider = wider.with(price.unitMinor(), line.discountMinor(), price.listMinor());
    }
    return wider;
  }
}
