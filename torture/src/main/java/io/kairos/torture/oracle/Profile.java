package io.kairos.torture.oracle;

import io.kairos.wire.CartEvent;
import io.kairos.wire.ClickType;
import io.kairos.wire.ClickstreamEvent;
import io.kairos.wire.CustomerEvent;
import io.kairos.wire.OrderEvent;
import io.kairos.wire.OrderLine;
import io.kairos.wire.OrderType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of a customer, and what happens to it by each event. */
final class Profile implements Situation {
  static final String NO_TIER = "none";

  private final OracleSetup setup;
  private final List<WrittenRules.Tier> tiers;
  private final Repeats repeats = new Repeats();
  private final Person person = new Person();
  private final Cart cart = new Cart();
  private final Orders orders = new Orders();
  private long views;
  private long lastActiveMillis = Long.MIN_VALUE;
  private int tier = -1;

  Profile(OracleSetup setup, List<WrittenRules.Tier> tiers) {
    this.setup = setup;
    this.tiers = tiers;
  }

  /** Whether an event is no repeat. */
  boolean admits(Happening happening) {
    return happening.record() instanceof OrderEvent order
        ? orders.admits(order, happening.late())
        : repeats.admits(happening);
  }

  /** Applies an event, and says what occurred by it, in order. */
  List<Occurrence> hear(Happening happening) {
    List<Occurrence> occurred = new ArrayList<>();
    if (happening.topic() != InputTopic.ORDERS) {
      repeats.remember(happening);
    }
    if (happening.record() instanceof ClickstreamEvent click) {
      occurred.add(click(happening, click));
    } else if (happening.record() instanceof CartEvent change) {
      cart(happening, change, occurred);
    } else if (happening.record() instanceof OrderEvent order) {
      order(happening, order, occurred);
    } else if (happening.record() instanceof CustomerEvent customer) {
      person.hear(customer);
      occurred.add(plain(EventName.of("", customer.getType()), happening));
    }
    tierChange(happening).ifPresent(occurred::add);
    return occurred;
  }

  private static Occurrence plain(EventName name, Happening happening) {
    return Occurrence.of(name, happening, Map.of(), Occurrence.About.NOTHING);
  }

  private Occurrence click(Happening happening, ClickstreamEvent click) {
    active(happening);
    views += click.getType() == ClickType.VIEW ? 1 : 0;
    Map<String, Value> fields = fields(happening);
    Set<String> items = Set.of();
    if (click.getItem() != null) {
      fields.put("event.item", Value.ofText(click.getItem()));
      items = Set.of(click.getItem());
    }
    EventName name = EventName.of("", click.getType());
    return Occurrence.of(name, happening, fields, Occurrence.About.items(items));
  }

  private void cart(Happening happening, CartEvent change, List<Occurrence> occurred) {
    active(happening);
    Map<String, Value> fields = fields(happening);
    Set<String> items = change.getItem() == null ? Set.of() : Set.of(change.getItem());
    items.forEach(item -> fields.put("event.item", Value.ofText(item)));
    for (EventName name : cart.change(change)) {
      occurred.add(Occurrence.of(name, happening, fields, aboutCart(items)));
    }
  }

  private Occurrence.About aboutCart(Set<String> items) {
    return Occurrence.About.cart(cart.key(), items);
  }

  private void order(Happening happening, OrderEvent order, List<Occurrence> occurred) {
    boolean first = orders.hear(order);
    Map<String, Value> fields = fields(happening);
    fields.put("order.id", Value.ofText(order.getOrderId()));
    fields.put("order.total", Value.ofMoney(order.getTotal(), setup.currency()));
    Set<String> items =
        order.getLines().stream().map(OrderLine::getItem).collect(Collectors.toUnmodifiableSet());
    Occurrence.About about = Occurrence.About.order(order.getOrderId(), items);
    if (first) {
      occurred.add(Occurrence.of(EventName.ORDER_PLACED, happening, fields, about));
    }
    if (order.getType() != OrderType.PLACED) {
      EventName name = EventName.of("ORDER_", order.getType());
      occurred.add(Occurrence.of(name, happening, fields, about));
    }
    if (first || isActivity(order.getType())) {
      active(happening);
    }
    if (first && cart.take(order.getLines())) {
      occurred.add(Occurrence.of(EventName.CART_EMPTIED, happening, Map.of(), aboutCart(Set.of())));
    }
  }

  private static boolean isActivity(OrderType type) {
    return type == OrderType.PLACED || type == OrderType.PAID || type == OrderType.RETURN_REQUESTED;
  }

  private Map<String, Value> fields(Happening happening) {
    Map<String, Value> fields = new HashMap<>();
    int hour =
        Instant.ofEpochMilli(happening.timeMillis())
            .atZone(person.zone(setup.shopZone()))
            .getHour();
    fields.put("event.hour", Value.ofCount(hour));
    return fields;
  }

  private void active(Happening happening) {
    lastActiveMillis = Math.max(lastActiveMillis, happening.timeMillis());
  }

  /** A tier rises and falls at once with an event. */
  private Optional<Occurrence> tierChange(Happening happening) {
    int before = tier;
    tier = reached();
    if (tier == before) {
      return Optional.empty();
    }
    boolean raised = tier > before;
    Set<String> about =
        raised
            ? Set.of(tierLabel())
            : tiers.subList(tier + 1, tiers.size()).stream()
                .map(WrittenRules.Tier::id)
                .collect(Collectors.toUnmodifiableSet());
    return Optional.of(
        new Occurrence(
            raised ? EventName.TIER_RAISED : EventName.TIER_LOWERED,
            happening,
            Occurrence.Moment.of(tierLabel(), happening.positionMillis()),
            Map.of("event.to", Value.ofText(tierLabel())),
            Occurrence.About.tiers(about)));
  }

  private int reached() {
    for (int i = tiers.size() - 1; i >= 0; i--) {
      WrittenRules.Tier rung = tiers.get(i);
      Value average = Value.ofMoney(orders.monthlyAverageMinor(), setup.currency());
      if (average.number().compareTo(rung.monthlyAverage()) >= 0
          && orders.kept() >= rung.orders()) {
        return i;
      }
    }
    return -1;
  }

  /** The tier as it is written; {@value #NO_TIER} for none. */
  String tierLabel() {
    return tier < 0 ? NO_TIER : tiers.get(tier).id();
  }

  /** What the tier asks for; empty for none. */
  Optional<WrittenRules.Tier> tier() {
    return tier < 0 ? Optional.empty() : Optional.of(tiers.get(tier));
  }

  Person person() {
    return person;
  }

  Cart cart() {
    return cart;
  }

  Orders orders() {
    return orders;
  }

  /** Milliseconds since the last activity. */
  long idleMillis(long nowMillis) {
    return nowMillis - lastActiveMillis;
  }

  /** Epoch milliseconds; {@link Long#MIN_VALUE} for one who was never active. */
  long lastActiveMillis() {
    return lastActiveMillis;
  }

  @Override
  public Optional<Value> of(String name) {
    return Optional.of(
        switch (name) {
          case "cart.count" -> Value.ofCount(cart.count());
          case "cart.value" -> Value.ofMoney(cart.valueMinor(), setup.currency());
          case "activity.views" -> Value.ofCount(views);
          case "orders.count" -> Value.ofCount(orders.count());
          case "orders.paid" -> Value.ofCount(orders.paid());
          case "spending.in30Days" -> Value.ofMoney(orders.spentMinor(), setup.currency());
          case "tier" -> Value.ofText(tierLabel());
          default -> throw new NotCovered("the name " + name);
        });
  }
}
