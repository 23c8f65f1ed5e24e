package io.kairos.engine;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the three default rules send to one customer, by their definition: for each question the
 * whole list of events is scanned anew. Knows events that are on time and at distinct instants.
 *
 * @param events sorted
 * @param horizon epoch milliseconds
 */
record NaiveOracle(List<Event> events, long horizon) {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long SPREAD = Math.floorMod(Fingerprint.of64("tier-review", "u1"), 6 * HOUR);
  private static final long MONTH_OF_SILENCE = Duration.ofDays(30).toMillis();

  /** "rule@instant" of each message. */
  Set<String> messages() {
    Set<String> all = new TreeSet<>();
    cartReminders().forEach(at -> all.add("cart-abandon@" + Instant.ofEpochMilli(at)));
    silences().forEach(at -> all.add("dormancy@" + Instant.ofEpochMilli(at)));
    raises().forEach(at -> all.add("vip-upgrade@" + Instant.ofEpochMilli(at)));
    return all;
  }

  /** The first message of each cart: what lies between two empties. */
  private List<Long> cartReminders() {
    Map<Long, Long> firstOfCart = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      long due = isAdd(i) ? reminderAfter(i) : Long.MAX_VALUE;
      if (due <= horizon) {
        firstOfCart.merge(emptiedUpTo(i), due, Math::min);
      }
    }
    return List.copyOf(firstOfCart.values());
  }

  private long reminderAfter(int add) {
    long anchor = time(add);
    for (int next = add + 1; ; next++) {
      long due = Math.max(anchor + HOUR, lastSeen(next - 1) + HOUR / 2);
      if (next == events.size() || time(next) > due) {
        return due;
      }
      if (isNewOrder(next) || unitsAfter(next) == 0) {
        return Long.MAX_VALUE;
      }
      anchor = events.get(next) instanceof CartChange ? time(next) : anchor;
    }
  }

  private long lastSeen(int upTo) {
    int last = upTo;
    while (!isActivity(last)) {
      last--;
    }
    return time(last);
  }

  private boolean isAdd(int i) {
    boolean raised = unitsAfter(i) > unitsAfter(i - 1);
    return events.get(i).name() == EventName.CART_ADDED || raised;
  }

  private long emptiedUpTo(int last) {
    long emptied = 0;
    for (int i = 0; i <= last; i++) {
      emptied += unitsAfter(i - 1) > 0 && unitsAfter(i) == 0 ? 1 : 0;
    }
    return emptied;
  }

  private int unitsAfter(int last) {
    Map<String, Integer> cart = new HashMap<>();
    for (int i = 0; i <= last; i++) {
      if (events.get(i) instanceof CartChange change) {
        apply(change, cart);
      } else if (isNewOrder(i)) {
        ((OrderStatus) events.get(i)).lines().forEach(line -> cart.remove(line.item().id()));
      }
    }
    return cart.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static void apply(CartChange change, Map<String, Integer> cart) {
    String item = change.item().id();
    switch (change.name()) {
      case CART_ADDED -> cart.merge(item, change.item().delta(), Integer::sum);
      case CART_QUANTITY_CHANGED -> cart.put(item, change.item().after());
      case CART_REMOVED -> cart.remove(item);
      default -> cart.clear();
    }
  }

  private boolean isNewOrder(int i) {
    return events.get(i).name() == EventName.ORDER_PLACED;
  }

  /** Thirty days after each activity that no other follows by then. */
  private List<Long> silences() {
    List<Long> ends = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      long end = time(i) + MONTH_OF_SILENCE;
      boolean ordered = events.subList(0, i + 1).stream().anyMatch(this::places);
      if (isActivity(i) && ordered && end <= horizon && noActivityUpTo(end, i)) {
        ends.add(end);
      }
    }
    return ends;
  }

  private boolean noActivityUpTo(long end, int after) {
    for (int i = after + 1; i < events.size(); i++) {
      if (isActivity(i) && time(i) <= end) {
        return false;
      }
    }
    return true;
  }

  private boolean isActivity(int i) {
    EventName name = events.get(i).name();
    return name != EventName.ORDER_CANCELLED && name != EventName.ORDER_REFUNDED;
  }

  private boolean places(Event event) {
    return event.name() == EventName.ORDER_PLACED;
  }

  /** When the tier rose to one never spoken of; it is looked at with each event and each month. */
  private List<Long> raises() {
    TreeSet<Long> looks = new TreeSet<>();
    events.forEach(event -> looks.add(event.timeMillis()));
    looks.addAll(monthlyReviews());
    List<Long> raises = new ArrayList<>();
    Set<Integer> spoken = new HashSet<>();
    int held = 0;
    for (long look : looks.headSet(horizon, true)) {
      boolean moneyMoved = events.stream().anyMatch(e -> e.timeMillis() == look && isMoney(e));
      int tier = moneyMoved || monthlyReviews().contains(look) ? tierAt(look) : held;
      if (tier > held && spoken.add(tier)) {
        raises.add(look);
      }
      held = tier;
    }
    return raises;
  }

  private Set<Long> monthlyReviews() {
    Set<Long> reviews = new HashSet<>();
    for (YearMonth m = YearMonth.of(2026, 1);
        m.isBefore(YearMonth.of(2036, 1));
        m = m.plusMonths(1)) {
      reviews.add(m.atDay(1).atStartOfDay(Story.SHOP.zone()).toInstant().toEpochMilli() + SPREAD);
    }
    return reviews;
  }

  private static boolean isMoney(Event event) {
    return Set.of(EventName.ORDER_PAID, EventName.ORDER_CANCELLED, EventName.ORDER_REFUNDED)
        .contains(event.name());
  }

  /** 0 for none, 1 to 3 for gold to diamond. */
  private int tierAt(long at) {
    Map<String, Long> kept = new TreeMap<>();
    Map<String, YearMonth> placed = new TreeMap<>();
    for (Event event : events) {
      if (event instanceof OrderStatus order && event.timeMillis() <= at) {
        placed.putIfAbsent(order.orderId(), month(order.timeMillis()));
        file(order, kept);
      }
    }
    YearMonth first = month(at - SPREAD).minusMonths(5);
    long[] counted =
        kept.entrySet().stream()
            .filter(e -> e.getValue() > 0 && !placed.get(e.getKey()).isBefore(first))
            .mapToLong(Map.Entry::getValue)
            .toArray();
    double average = Arrays.stream(counted).sum() / 6.0;
    return average >= 10_000_00 && counted.length >= 10
        ? 3
        : average >= 5_000_00 && counted.length >= 5
            ? 2
            : average >= 2_000_00 && counted.length >= 3 ? 1 : 0;
  }

  private static void file(OrderStatus order, Map<String, Long> kept) {
    switch (order.name()) {
      case ORDER_PAID -> kept.putIfAbsent(order.orderId(), order.money().totalMinor());
      case ORDER_CANCELLED -> kept.put(order.orderId(), 0L);
      case ORDER_REFUNDED ->
          kept.merge(
              order.orderId(), -order.money().refund().minor(), (a, b) -> Math.max(0, a + b));
      default -> {}
    }
  }

  private static YearMonth month(long millis) {
    return YearMonth.from(Instant.ofEpochMilli(millis).atZone(Story.SHOP.zone()));
  }

  private long time(int i) {
    return events.get(i).timeMillis();
  }
}
