package io.kairos.engine.fact;

import io.kairos.engine.event.Click;
import io.kairos.engine.event.EventName;
import io.kairos.engine.event.OrderStatus;
import io.kairos.engine.interest.Searches;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What conditions can ask of the event that began a run. A run keeps the fields that its rule
 * names. The order of the constants is in state: only append.
 */
public enum EventField {
  NAME("event.name", "Name of the event.", told -> told.occurrence().name().label()),
  TO(
      "event.to",
      "The tier that the customer rose or fell to, of tier.raised and tier.lowered.",
      told -> subject(told, EventName.TIER_RAISED, EventName.TIER_LOWERED)),
  SEGMENT(
      "event.segment",
      "The segment or stage, of segment.entered and segment.left.",
      told -> subject(told, EventName.SEGMENT_ENTERED, EventName.SEGMENT_LEFT)),
  ITEM("event.item", "The item that it is about.", told -> told.item().id()),
  CATEGORY("event.category", "Category path of the item.", told -> told.item().category()),
  BRAND("event.brand", "Brand of the item.", told -> told.item().brand()),
  PRICE("event.price", Kind.MONEY, "Price asked for one unit.", EventField::price),
  QUERY("event.query", "What was searched for, in its kept form.", EventField::query),
  RATING(
      "event.rating",
      Kind.NUMBER,
      "Rating of a review, 1 to 5.",
      told -> told.click() == null ? About.UNKNOWN : unlessZero(told.click().content().rating())),
  CONTENT_TYPE(
      "event.contentType",
      "Kind of content: short-video, article, live.",
      told -> click(told, click -> click.content().type())),
  CUSTOM(
      "event.custom",
      "Name of a custom event.",
      told -> click(told, click -> click.content().custom())),
  PLATFORM(
      "event.platform",
      "app, mini-program or web.",
      told -> click(told, click -> click.visit().platform())),
  CITY("event.city", "City at the event.", told -> click(told, click -> click.visit().city())),
  CAMPAIGN(
      "event.campaign",
      "The campaign that led here.",
      told -> click(told, click -> click.visit().campaign())),
  PLACE(
      "event.place",
      "The place of the table places that it happened at. Coordinates are not kept.",
      Told::place),
  HOUR(
      "event.hour",
      Kind.NUMBER,
      "The customer's hour of the day at the event, 0 to 23.",
      told -> told.lens().calendar().hourOfCustomer(told.occurrence().timeMillis())),
  WEEKDAY(
      "event.weekday",
      Kind.NUMBER,
      "The customer's day of the week at the event, 1 Monday to 7 Sunday.",
      EventField::weekday),
  ORDER_ID("order.id", "The order.", told -> told.occurrence().orderId()),
  ORDER_TOTAL(
      "order.total",
      Kind.MONEY,
      "What is paid for the goods, after discount, without shipping.",
      told -> order(told, order -> order.money().totalMinor())),
  ORDER_DISCOUNT(
      "order.discount",
      Kind.MONEY,
      "Taken off the whole order.",
      told -> order(told, order -> order.money().saving().discountMinor())),
  ORDER_ITEMS(
      "order.items", Kind.NUMBER, "Units in the order.", told -> order(told, o -> told.units())),
  ORDER_TOP_CATEGORY(
      "order.topCategory",
      "First part of the category path of the line of most value.",
      Told::topCategory),
  ORDER_PAY_BY(
      "order.payBy",
      Kind.INSTANT,
      "Until when the order can be paid; for before.",
      told -> order(told, EventField::payBy)),
  ORDER_REFUND(
      "order.refund",
      Kind.MONEY,
      "What the refund gives back.",
      told -> order(told, order -> order.money().refund().minor()));

  /** What a field holds. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** Minor units; conditions see the major unit. */
    MONEY,
    /** Epoch milliseconds. */
    INSTANT
  }

  /** How many there are. */
  static final int COUNT = values().length;

  private static final EventField[] ALL = values();

  /** Those that take more than a look. */
  private static final Set<EventField> DEAR = EnumSet.of(QUERY, PLACE, ORDER_TOP_CATEGORY);

  private static final Map<String, EventField> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(EventField::label, Function.identity()));

  private final String label;
  private final Kind kind;
  private final String meaning;
  private final Function<Told, String> text;
  private final ToLongFunction<Told> number;

  EventField(String label, String meaning, Function<Told, String> text) {
    this.label = label;
    this.kind = Kind.TEXT;
    this.meaning = meaning;
    this.text = text;
    this.number = told -> About.UNKNOWN;
  }

  EventField(String label, Kind kind, String meaning, ToLongFunction<Told> number) {
    this.label = label;
    this.kind = kind;
    this.meaning = meaning;
    this.text = told -> null;
    this.number = number;
  }

  /** The field of that name; nothing if there is none. */
  public static Optional<EventField> of(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }

  /** The field at a place; null where a later release has one there. */
  static EventField at(int ordinal) {
    return ordinal < ALL.length ? ALL[ordinal] : null;
  }

  /** The name as conditions write it. */
  public String label() {
    return label;
  }

  public Kind kind() {
    return kind;
  }

  /** What it is, for people. */
  public String meaning() {
    return meaning;
  }

  boolean isDear() {
    return DEAR.contains(this);
  }

  String text(Told told) {
    return text.apply(told);
  }

  long number(Told told) {
    return number.applyAsLong(told);
  }

  private static String subject(Told told, EventName one, EventName other) {
    EventName name = told.occurrence().name();
    return name == one || name == other ? told.occurrence().subject() : null;
  }

  private static String click(Told told, Function<Click, String> of) {
    return told.click() == null ? null : of.apply(told.click());
  }

  private static long order(Told told, ToLongFunction<OrderStatus> of) {
    return told.order() == null ? About.UNKNOWN : of.applyAsLong(told.order());
  }

  private static long payBy(OrderStatus order) {
    return unlessZero(order.dates().payByMillis());
  }

  private static long price(Told told) {
    long minor =
        told.click() != null
            ? told.click().price().unitMinor()
            : told.cart() != null ? told.cart().price().unitMinor() : 0;
    return unlessZero(minor);
  }

  private static long unlessZero(long number) {
    return number == 0 ? About.UNKNOWN : number;
  }

  private static String query(Told told) {
    String query = click(told, click -> click.content().query());
    return query == null ? null : Searches.normalised(query);
  }

  private static long weekday(Told told) {
    long millis = told.occurrence().timeMillis();
    return Instant.ofEpochMilli(millis)
        .atZone(told.lens().calendar().zone())
        .getDayOfWeek()
        .getValue();
  }
}
