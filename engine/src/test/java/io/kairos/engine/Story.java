package io.kairos.engine;

import io.kairos.engine.event.AmountRange;
import io.kairos.engine.event.CartChange;
import io.kairos.engine.event.Click;
import io.kairos.engine.event.Consent;
import io.kairos.engine.event.CustomerChange;
import io.kairos.engine.event.Event;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.Header;
import io.kairos.engine.event.Item;
import io.kairos.engine.event.OrderLine;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.event.Origin;
import io.kairos.engine.event.Price;
import io.kairos.engine.event.Timing;
import io.kairos.engine.profile.Shop;
import io.kairos.engine.rule.RuleFile;
import io.kairos.engine.rule.RuleHistory;
import io.kairos.engine.rule.RuleSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One customer's timeline in words. Times are local to the shop, in March 2026 unless a date is
 * given; amounts are minor units; each event happens at the time named last and is on time unless
 * {@link #arriving} says otherwise.
 */
final class Story {
  static final Shop SHOP = Shop.DEFAULT;
  static final RuleSet RULES = RuleFile.parse(DefaultFile.text(), SHOP.currency());
  static final long LATENESS_MILLIS = 2_000;
  static final long PUBLISH_EVERY_MILLIS = 60_000;

  private final String customer;
  private final RuleHistory rules;
  private final List<Event> events = new ArrayList<>();
  private LocalDateTime now = LocalDateTime.parse("2026-03-10T00:00");
  private LocalDateTime arrival;
  private Map<String, String> attributes = Map.of();

  private Story(String customer, RuleHistory rules) {
    this.customer = customer;
    this.rules = rules;
  }

  /** A customer of a shop with the default rules. */
  static Story of(String customer) {
    return of(customer, RULES);
  }

  static Story of(String customer, RuleSet rules) {
    return new Story(customer, RuleHistory.of(rules));
  }

  static Story under(RuleSet rules) {
    return of("u1", rules);
  }

  /** Rules that change. */
  static Story under(RuleHistory rules) {
    return under("u1", rules);
  }

  static Story under(String customer, RuleHistory rules) {
    return new Story(customer, rules);
  }

  /** Rules written in YAML. */
  static Story under(String yaml) {
    return under(Declarations.history(yaml));
  }

  /** A time of the day that the story is at, or a date and time. */
  Story at(String time) {
    now = parsed(time);
    return this;
  }

  Story later(Duration by) {
    now = now.plus(by);
    return this;
  }

  /** The next event reaches the log only then. */
  Story arriving(String time) {
    arrival = parsed(time);
    return this;
  }

  Story views(String item) {
    return clicks(EventName.VIEW, Item.of(item), Price.UNKNOWN, Click.Content.NONE);
  }

  /** Puts so many units in, beside those that are already there. */
  Story adds(String item, int units, long unitMinor) {
    var change = new CartChange.CartItem(Item.of(item), CartChange.CartItem.NOT_GIVEN, units);
    return cart(EventName.CART_ADDED, null, change, unitMinor);
  }

  Story addsToCart(String cartId, String item) {
    var change = new CartChange.CartItem(Item.of(item), CartChange.CartItem.NOT_GIVEN, 1);
    return cart(EventName.CART_ADDED, cartId, change, 10_00);
  }

  Story changesQuantity(String item, int after) {
    var change = new CartChange.CartItem(Item.of(item), after, CartChange.CartItem.NOT_GIVEN);
    return cart(EventName.CART_QUANTITY_CHANGED, null, change, 0);
  }

  Story removes(String item) {
    var change = new CartChange.CartItem(Item.of(item), 0, CartChange.CartItem.NOT_GIVEN);
    return cart(EventName.CART_REMOVED, null, change, 0);
  }

  Story emptiesCart() {
    var change = new CartChange.CartItem(Item.NONE, 0, CartChange.CartItem.NOT_GIVEN);
    return cart(EventName.CART_EMPTIED, null, change, 0);
  }

  Story emptiesCart(String cartId) {
    var change = new CartChange.CartItem(Item.NONE, 0, CartChange.CartItem.NOT_GIVEN);
    return cart(EventName.CART_EMPTIED, cartId, change, 0);
  }

  /** An add that does not say of what. */
  Story addsNothing() {
    return cart(
        EventName.CART_ADDED,
        null,
        new CartChange.CartItem(
            Item.NONE, CartChange.CartItem.NOT_GIVEN, CartChange.CartItem.NOT_GIVEN),
        0);
  }

  Story places(String order, String... items) {
    return order(EventName.ORDER_PLACED, order, List.of(items), money(0, 0, null), now);
  }

  Story pays(String order, long totalMinor) {
    return order(EventName.ORDER_PAID, order, List.of(), money(totalMinor, 0, null), now);
  }

  Story cancels(String order) {
    return order(EventName.ORDER_CANCELLED, order, List.of(), money(0, 0, null), now);
  }

  Story refunds(String order, String refundId, long minor) {
    return order(EventName.ORDER_REFUNDED, order, List.of(), money(0, minor, refundId), now);
  }

  /** Pays for an order that was placed earlier, or so it says. */
  Story paysOrderPlaced(String placed, String order, long totalMinor) {
    var money = money(totalMinor, 0, null);
    return order(EventName.ORDER_PAID, order, List.of(), money, parsed(placed));
  }

  Story allows(String channel) {
    return change(EventName.CONSENT_CHANGED, word(channel, true), Map.of());
  }

  Story denies(String channel) {
    return change(EventName.CONSENT_CHANGED, word(channel, false), Map.of());
  }

  Story cannotBeReachedBy(String channel) {
    return change(EventName.UPDATED, List.of(), Map.of(channel, false));
  }

  Story registers() {
    return change(EventName.REGISTERED, List.of(), Map.of());
  }

  Story asksToBeErased() {
    return change(EventName.ERASE, List.of(), Map.of());
  }

  /** The producer retries: the last event comes once more. */
  Story again() {
    events.add(events.get(events.size() - 1));
    return this;
  }

  /** The last event comes once more, but late. */
  Story againArriving(String time) {
    events.add(Lateness.arriving(events.get(events.size() - 1), millis(parsed(time))));
    return this;
  }

  /** What the engine says up to and including a time. */
  Heard until(String time) {
    return run(millis(parsed(time)));
  }

  /** What the engine says up to the time that the story is at. */
  Heard soFar() {
    return run(millis(now));
  }

  /** The same where the job comes back under another rule file at the time of the story. */
  Heard under(String yaml, String until) {
    return under(yaml, soFar(), until);
  }

  /** The same where so much was heard before. */
  Heard under(String yaml, Heard heard, String until) {
    long replaced = millis(now);
    long horizon = millis(parsed(until));
    RuleHistory others = Declarations.history(yaml);
    List<Event> later =
        events().stream()
            .filter(e -> e.positionMillis() > replaced && e.positionMillis() <= horizon)
            .toList();
    CustomerEngine engine = new CustomerEngine(others, SHOP, PUBLISH_EVERY_MILLIS);
    CustomerState stored = CustomerState.fromBytes(heard.state().toBytes());
    CustomerState end = engine.advance(stored, later, horizon, heard);
    heard.ends(end, others.at(horizon).set(), horizon);
    return heard;
  }

  List<Event> events() {
    return events.stream().sorted(Event.ORDER).toList();
  }

  static long millis(LocalDateTime local) {
    return local.atZone(SHOP.zone()).toInstant().toEpochMilli();
  }

  private Heard run(long horizonMillis) {
    Heard heard = new Heard();
    CustomerEngine engine = new CustomerEngine(rules, SHOP, PUBLISH_EVERY_MILLIS);
    List<Event> known = events().stream().filter(e -> e.positionMillis() <= horizonMillis).toList();
    CustomerState end = engine.advance(CustomerState.of(customer), known, horizonMillis, heard);
    heard.ends(end, rules.at(horizonMillis).set(), horizonMillis);
    return heard;
  }

  private LocalDateTime parsed(String time) {
    return time.contains("T")
        ? LocalDateTime.parse(time)
        : LocalDate.from(now).atTime(LocalTime.parse(time));
  }

  private Story cart(EventName name, String cartId, CartChange.CartItem item, long unitMinor) {
    return add(
        new CartChange(header(Origin.CART), name, cartId, item, new Price(unitMinor, 0, null)));
  }

  private Story order(
      EventName name, String id, List<String> items, OrderStatus.Money money, LocalDateTime at) {
    List<OrderLine> lines = items.stream().map(OrderLine::of).toList();
    return add(new OrderStatus(header(Origin.ORDERS), name, id, placedAt(at), lines, money));
  }

  private OrderStatus.Dates placedAt(LocalDateTime at) {
    return OrderStatus.Dates.placedAt(millis(at));
  }

  private static OrderStatus.Money money(long totalMinor, long refundMinor, String refundId) {
    var refund = new OrderStatus.Refund(refundMinor, refundId);
    return new OrderStatus.Money(
        totalMinor, OrderStatus.Saving.NONE, refund, AmountRange.NONE, null);
  }

  private static List<Consent> word(String channel, boolean granted) {
    return List.of(new Consent(channel, Consent.Purpose.MARKETING, granted, "settings"));
  }

  /** Anything done in the shop. */
  Story clicks(EventName name, Item item, Price price, Click.Content content) {
    return add(new Click(header(Origin.CLICKSTREAM), name, item, price, content));
  }

  /** An order at a status, whole. */
  Story orders(EventName name, String id, List<OrderLine> lines, OrderStatus.Money money) {
    return add(new OrderStatus(header(Origin.ORDERS), name, id, placedAt(now), lines, money));
  }

  /** Puts an item in of which more is known than its name. */
  Story adds(Item item, long unitMinor) {
    var change = new CartChange.CartItem(item, CartChange.CartItem.NOT_GIVEN, 1);
    return cart(EventName.CART_ADDED, null, change, unitMinor);
  }

  /** An order at a status, with its lines, what is paid and until when. */
  Story orders(EventName name, String id, long totalMinor, String payBy, OrderLine... lines) {
    long until = payBy == null ? 0 : millis(parsed(payBy));
    return orders(name, id, totalMinor, until, lines);
  }

  /** The same with the limit as it stands in the record. */
  Story orders(EventName name, String id, long totalMinor, long payBy, OrderLine... lines) {
    return add(
        new OrderStatus(
            header(Origin.ORDERS),
            name,
            id,
            OrderStatus.Dates.given(millis(now), payBy, millis(now)),
            List.of(lines),
            money(totalMinor, 0, null)));
  }

  /** A line of an order. */
  static OrderLine line(String item, String category, long unitMinor) {
    return new OrderLine(new Item(item, category, null), 1, new Price(unitMinor, 0, null), 0);
  }

  /** Looks at an item of a category. */
  Story views(String item, String category) {
    Item known = new Item(item, category, null);
    return clicks(EventName.VIEW, known, Price.UNKNOWN, Click.Content.NONE);
  }

  Story searches(String query) {
    var content = new Click.Content(null, null, query, 0);
    return clicks(EventName.SEARCH, Item.NONE, Price.UNKNOWN, content);
  }

  Story reviews(int rating) {
    var content = new Click.Content(null, null, null, 0, rating);
    return clicks(EventName.REVIEWED, Item.of("tea"), Price.UNKNOWN, content);
  }

  /** Opens the app somewhere. */
  Story logsInAt(double latitude, double longitude) {
    var visit = new Click.Visit("app", null, null, latitude, longitude);
    return add(
        new Click(
            header(Origin.CLICKSTREAM),
            EventName.LOGIN,
            Item.NONE,
            Price.UNKNOWN,
            Click.Content.NONE,
            visit));
  }

  /** Says who the customer is. */
  Story tells(CustomerChange.Details details) {
    return add(
        new CustomerChange(
            header(Origin.CUSTOMERS), EventName.UPDATED, details, List.of(), Map.of()));
  }

  /** The shop adds attributes of its own to the next event. */
  Story withAttributes(Map<String, String> given) {
    attributes = given;
    return this;
  }

  private Story change(EventName name, List<Consent> consents, Map<String, Boolean> reachable) {
    return add(
        new CustomerChange(
            header(Origin.CUSTOMERS), name, CustomerChange.Details.NONE, consents, reachable));
  }

  private Header header(Origin origin) {
    long time = millis(now);
    long arrived = arrival == null ? time : millis(arrival);
    arrival = null;
    Map<String, String> given = attributes;
    attributes = Map.of();
    String eventId = "e" + events.size();
    Timing timing = Timing.of(time, arrived, events.size(), LATENESS_MILLIS);
    return new Header(customer, eventId, origin, timing, given);
  }

  private Story add(Event event) {
    events.add(event);
    return this;
  }
}
