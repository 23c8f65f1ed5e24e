package io.kairos.local.explain;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.CartChange.CartItem;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Consent;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.CustomerChange.Details;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.trigger.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Says in a few words what an event was about. */
record EventWords(Amounts amounts) {

  /** "phone-7, 299.00 CNY"; empty where there is no more to say than the event's name. */
  String of(Event event) {
    List<String> parts = new ArrayList<>();
    if (event instanceof Click click) {
      click(click, parts);
    } else if (event instanceof CartChange change) {
      cart(change, parts);
    } else if (event instanceof OrderStatus order) {
      order(order, parts);
    } else if (event instanceof CustomerChange change) {
      customer(change, parts);
    }
    return String.join(", ", parts);
  }

  private void click(Click click, List<String> parts) {
    add(click.content().custom(), parts);
    if (click.content().query() != null) {
      parts.add("\"" + click.content().query() + "\"");
    }
    item(click.item(), parts);
    money(click.price().unitMinor(), parts);
    add(click.content().type(), parts);
  }

  private void cart(CartChange change, List<String> parts) {
    item(change.item().item(), parts);
    if (change.item().after() != CartItem.NOT_GIVEN) {
      parts.add(change.item().after() + " in the cart");
    } else if (change.item().delta() != CartItem.NOT_GIVEN) {
      parts.add("%+d".formatted(change.item().delta()));
    }
    money(change.price().unitMinor(), parts);
  }

  private void order(OrderStatus order, List<String> parts) {
    add(order.orderId(), parts);
    int items = order.lines().stream().mapToInt(OrderLine::quantity).sum();
    if (items > 0) {
      parts.add(items + (items == 1 ? " item" : " items"));
    }
    money(order.money().totalMinor(), parts);
    if (order.money().refund().minor() > 0) {
      parts.add(amounts.text(order.money().refund().minor()) + " given back");
    }
  }

  private static void customer(CustomerChange change, List<String> parts) {
    Details details = change.details();
    add(details.city(), parts);
    add(details.occupation(), parts);
    add(details.timeZone(), parts);
    for (Consent consent : change.consents()) {
      parts.add(consent.channel() + (consent.granted() ? " allowed" : " denied"));
    }
    new TreeMap<>(change.reachable())
        .forEach((channel, can) -> parts.add(channel + (can ? " reachable" : " unreachable")));
  }

  private static void item(Item item, List<String> parts) {
    add(item.id(), parts);
    if (item.id() == null) {
      add(item.category(), parts);
    }
  }

  private void money(long minor, List<String> parts) {
    if (minor > 0) {
      parts.add(amounts.text(minor));
    }
  }

  private static void add(String text, List<String> parts) {
    if (text != null && !text.isEmpty()) {
      parts.add(text);
    }
  }
}
