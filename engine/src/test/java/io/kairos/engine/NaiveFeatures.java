package io.kairos.engine;

import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.pack.Fingerprint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Features by their definition: for each question the whole list of events is scanned anew.
 *
 * @param events sorted, each applied
 * @param now epoch milliseconds
 */
record NaiveFeatures(List<Event> events, long now) {
  private static final long HOUR = 60 * 60 * 1000L;
  private static final long DAY = 24 * HOUR;
  private static final long SPREAD = Math.floorMod(Fingerprint.of64("tier-review", "u1"), 6 * HOUR);
  private static final Set<EventName> NOT_OWN =
      Set.of(EventName.ORDER_CANCELLED, EventName.ORDER_REFUNDED);

  /** What features count by day, whatever came late. */
  Map<String, Double> byDay() {
    Map<String, Double> all = new LinkedHashMap<>();
    for (int days : new int[] {7, 30, 90}) {
      all.put("activity.daysIn" + days, (double) activeDays(days));
    }
    all.put("activity.viewsIn30Days", count(30, EventName.VIEW));
    all.put("activity.cartAddsIn30Days", count(30, EventName.CART_ADDED));
    for (int days : new int[] {30, 90}) {
      all.put("activity.likesIn" + days + "Days", count(days, EventName.LIKE));
      all.put("activity.commentsIn" + days + "Days", count(days, EventName.COMMENT));
      all.put("activity.sharesIn" + days + "Days", count(days, EventName.SHARE));
    }
    all.put("activity.views", count(100_000, EventName.VIEW));
    all.put("activity.cartAdds", count(100_000, EventName.CART_ADDED));
    return all;
  }

  /** What features say of visits, where all came in time. */
  Map<String, Double> visits() {
    List<List<Event>> sessions = sessions();
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("activity.sessions", (double) sessions.size());
    double carts = sessions.stream().filter(this::hasCart).count();
    double both = sessions.stream().filter(s -> hasCart(s) && hasOrder(s)).count();
    all.put("activity.sessionsWithCart", carts);
    all.put(
        "activity.sessionsWithOrder", (double) sessions.stream().filter(this::hasOrder).count());
    all.put("activity.cartConversion", both / carts);
    int first = firstDay(30);
    Predicate<List<Event>> recent = s -> day(s.get(0).timeMillis()) >= first;
    double recentCarts = sessions.stream().filter(recent).filter(this::hasCart).count();
    double recentBoth =
        sessions.stream().filter(recent).filter(s -> hasCart(s) && hasOrder(s)).count();
    all.put("activity.cartConversionIn30Days", recentBoth / recentCarts);
    all.put("activity.browseMinutes", browsed(sessions, Integer.MIN_VALUE, Long.MAX_VALUE));
    all.put("activity.browseMinutesIn30Days", browsed(sessions, first, Long.MAX_VALUE));
    all.put(
        "activity.browseMinutesBeforeFirstOrder",
        browsed(sessions, Integer.MIN_VALUE, firstOrder()));
    all.put("activity.bestHour", bestHour());
    all.put("activity.idleDays", idleDays());
    all.put("search.streakDays", streak());
    return all;
  }

  /** What features say of orders, where all came in time. */
  Map<String, Double> money() {
    Map<String, Double> all = new LinkedHashMap<>();
    Map<String, long[]> orders = orders();
    for (int days : new int[] {30, 90, 180, 365}) {
      window(all, "in" + days + "Days", orders, firstDay(days));
    }
    LocalDate turned = local(now - SPREAD).toLocalDate();
    int months = (int) turned.withDayOfMonth(1).minusMonths(5).toEpochDay();
    window(all, "in6Months", orders, months);
    double spent = all.remove("spending.in6Months");
    all.put("spending.monthlyAverage", Math.floor(Math.round(spent * 100) / 6.0) / 100);
    TreeSet<Long> days = new TreeSet<>();
    orders.values().forEach(order -> days.add(order[0]));
    all.put("orders.days", (double) days.size());
    double paid = orders.values().stream().mapToLong(order -> order[1]).sum();
    double returned = orders.values().stream().mapToLong(order -> order[2]).sum();
    all.put("spending.paid", paid / 100);
    all.put("spending.returned", returned / 100);
    all.put("spending.refundRate", returned / paid);
    all.put(
        "orders.repurchaseRate",
        orders.isEmpty() ? Double.NaN : (orders.size() - 1.0) / orders.size());
    double kept = orders.values().stream().filter(order -> order[1] > order[2]).count();
    boolean bought = !days.isEmpty();
    double recency = bought ? Math.max(0, today() - days.last()) : Double.NaN;
    all.put("orders.recencyDays", recency);
    all.put("spending.recencyScore", bought ? 5 - reached(recency, 30, 90, 180, 365) : Double.NaN);
    all.put("spending.frequencyScore", bought ? 1 + reached(kept, 2, 3, 5, 10) : Double.NaN);
    all.put(
        "spending.moneyScore",
        bought ? 1 + reached((paid - returned) / 100, 100, 500, 2000, 5000) : Double.NaN);
    all.put("prediction.pAlive", bought ? alive(days) : Double.NaN);
    return all;
  }

  private static void window(
      Map<String, Double> all, String name, Map<String, long[]> orders, int firstDay) {
    double count = 0;
    double minor = 0;
    for (long[] order : orders.values()) {
      if (order[0] >= firstDay) {
        count += order[1] > order[2] ? 1 : 0;
        minor += order[1] - order[2];
      }
    }
    all.put("orders." + name, count);
    all.put("spending." + name, minor / 100);
  }

  /** By order: its day, what was paid, what was given back. */
  private Map<String, long[]> orders() {
    Map<String, long[]> orders = new HashMap<>();
    for (Event event : events) {
      if (event instanceof OrderStatus order) {
        long[] known = orders.get(order.orderId());
        if (order.name() == EventName.ORDER_PAID) {
          orders.put(
              order.orderId(), new long[] {day(order.timeMillis()), order.money().totalMinor(), 0});
        } else if (known != null && order.name() == EventName.ORDER_REFUNDED) {
          known[2] += Math.min(known[1] - known[2], order.money().refund().minor());
        } else if (known != null && order.name() == EventName.ORDER_CANCELLED) {
          known[2] = known[1];
        }
      }
    }
    return orders;
  }

  /** P(alive) of the published parameters, in weeks: Hardie, note 021. */
  private double alive(TreeSet<Long> days) {
    int x = days.size() - 1;
    if (x == 0) {
      return 1;
    }
    double last = (days.last() - days.first()) / 7.0;
    double age = Math.max(last, (today() - days.first()) / 7.0);
    double odds = Math.pow((4.414 + age) / (4.414 + last), 0.243 + x) * 0.793 / (2.426 + x - 1);
    return 1 / (1 + odds);
  }

  /** How much a category or brand still counts. */
  Map<String, Double> weights(boolean brand) {
    Map<String, Double> weights = new HashMap<>();
    for (Event event : events) {
      double left = Math.pow(2, (event.timeMillis() - now) / (14.0 * DAY));
      if (event instanceof Click click) {
        double weight = click.name() == EventName.VIEW ? 1 : click.name() == EventName.LIKE ? 2 : 0;
        add(weights, brand ? click.item().brand() : click.item().category(), weight * left);
      } else if (event instanceof CartChange change) {
        var item = change.item().item();
        add(weights, brand ? item.brand() : item.category(), 3 * left);
      } else if (event instanceof OrderStatus order && order.name() == EventName.ORDER_PAID) {
        var item = order.lines().get(0).item();
        add(weights, brand ? item.brand() : item.category(), 5 * left);
      }
    }
    return weights;
  }

  private static void add(Map<String, Double> weights, String name, double more) {
    if (more > 0) {
      weights.merge(name, more, Double::sum);
    }
  }

  private double streak() {
    Map<String, Set<Integer>> days = new HashMap<>();
    for (Event event : events) {
      if (event.name() == EventName.SEARCH) {
        String query = ((Click) event).content().query();
        String plain = query.toLowerCase(Locale.ROOT).replaceAll(" +", " ");
        days.computeIfAbsent(plain, absent -> new HashSet<>()).add(day(event.timeMillis()));
      }
    }
    int longest = 0;
    for (Set<Integer> of : days.values()) {
      int last = of.contains(today()) ? today() : today() - 1;
      // Until the customer's turn of the day a search can be of the day that follows.
      last = of.contains(today() + 1) ? today() + 1 : last;
      int streak = 0;
      while (of.contains(last - streak)) {
        streak++;
      }
      longest = Math.max(longest, streak);
    }
    return longest;
  }

  private double bestHour() {
    Set<Long> hours = new HashSet<>();
    activities().forEach(event -> hours.add(event.timeMillis() / HOUR));
    int[] counts = new int[24];
    hours.forEach(hour -> counts[local(hour * HOUR).getHour()]++);
    int best = 0;
    for (int hour = 1; hour < 24; hour++) {
      best = counts[hour] > counts[best] ? hour : best;
    }
    return hours.isEmpty() ? Double.NaN : best;
  }

  private double idleDays() {
    List<Event> own = activities();
    return own.isEmpty()
        ? Double.NaN
        : Math.floorDiv(now - own.get(own.size() - 1).timeMillis(), DAY);
  }

  private double browsed(List<List<Event>> sessions, int firstDay, long until) {
    double seconds = 0;
    for (List<Event> session : sessions) {
      for (int i = 1; i < session.size(); i++) {
        long time = session.get(i).timeMillis();
        boolean counts = day(time) >= firstDay && time <= until;
        seconds += counts ? time / 1000 - session.get(i - 1).timeMillis() / 1000 : 0;
      }
    }
    return seconds / 60;
  }

  private long firstOrder() {
    return events.stream()
        .filter(this::isOrder)
        .mapToLong(Event::timeMillis)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  private List<List<Event>> sessions() {
    List<List<Event>> sessions = new ArrayList<>();
    long last = Long.MIN_VALUE / 2;
    for (Event event : activities()) {
      if (event.timeMillis() - last > HOUR / 2) {
        sessions.add(new ArrayList<>());
      }
      sessions.get(sessions.size() - 1).add(event);
      last = event.timeMillis();
    }
    return sessions;
  }

  private boolean hasCart(List<Event> session) {
    return session.stream().anyMatch(event -> event.name() == EventName.CART_ADDED);
  }

  private boolean hasOrder(List<Event> session) {
    return session.stream().anyMatch(this::isOrder);
  }

  private boolean isOrder(Event event) {
    return event.name() == EventName.ORDER_PLACED || event.name() == EventName.ORDER_PAID;
  }

  private List<Event> activities() {
    return events.stream().filter(event -> !NOT_OWN.contains(event.name())).toList();
  }

  private long activeDays(int days) {
    return activities().stream()
        .map(event -> day(event.timeMillis()))
        .filter(day -> day >= firstDay(days))
        .distinct()
        .count();
  }

  private double count(int days, EventName name) {
    return events.stream()
        .filter(event -> event.name() == name && day(event.timeMillis()) >= firstDay(days))
        .count();
  }

  private static double reached(double value, double... limits) {
    double reached = 0;
    for (double limit : limits) {
      reached += value >= limit ? 1 : 0;
    }
    return reached;
  }

  private int today() {
    return day(now - SPREAD);
  }

  private int firstDay(int days) {
    return today() - days + 1;
  }

  private static int day(long millis) {
    return (int) local(millis).toLocalDate().toEpochDay();
  }

  private static ZonedDateTime local(long millis) {
    return Instant.ofEpochMilli(millis).atZone(Story.SHOP.zone());
  }
}
