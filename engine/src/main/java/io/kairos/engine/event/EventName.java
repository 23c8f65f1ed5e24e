package io.kairos.engine.event;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can happen to a customer, by the name that rules use. */
public enum EventName {
  UNKNOWN("unknown"),

  VIEW("view"),
  SEARCH("search"),
  LIKE("like"),
  COMMENT("comment"),
  REVIEWED("reviewed"),
  SHARE("share"),
  LOGIN("login"),
  CUSTOM("custom"),

  /** Something was put in, or its quantity raised. */
  CART_ADDED("cart.added"),
  CART_REMOVED("cart.removed"),
  CART_QUANTITY_CHANGED("cart.quantityChanged"),
  /** The cart holds nothing any more, whatever took the last line out. */
  CART_EMPTIED("cart.emptied"),
  /** Derived: any change of the cart by the customer. */
  CART_CHANGED("cart.changed"),

  /** The first that is heard of an order. */
  ORDER_PLACED("order.placed"),
  ORDER_PAID("order.paid"),
  ORDER_SHIPPED("order.shipped"),
  ORDER_DELIVERED("order.delivered"),
  ORDER_COMPLETED("order.completed"),
  ORDER_CANCELLED("order.cancelled"),
  ORDER_RETURN_REQUESTED("order.returnRequested"),
  ORDER_REFUNDED("order.refunded"),

  REGISTERED("registered"),
  UPDATED("updated"),
  CONSENT_CHANGED("consentChanged"),
  INVITED("invited"),
  MERGED("merged"),
  ERASE("erase"),

  /** Derived: the customer's tier rose. */
  TIER_RAISED("tier.raised"),
  /** Derived: the customer's tier fell. */
  TIER_LOWERED("tier.lowered"),
  /** Derived: a segment began to hold, or a stage. */
  SEGMENT_ENTERED("segment.entered"),
  /** Derived: a segment holds no longer, or a stage. */
  SEGMENT_LEFT("segment.left");

  private static final Map<String, EventName> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(EventName::label, Function.identity()));

  private final String label;

  EventName(String label) {
    this.label = label;
  }

  /** The name as rules, metrics and summaries write it. */
  public String label() {
    return label;
  }

  /**
   * The event of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists all names
   */
  public static EventName of(String label) {
    EventName name = BY_LABEL.get(label);
    if (name == null || name == UNKNOWN) {
      throw new IllegalArgumentException(
          "No event is called '" + label + "'. Known: " + String.join(", ", labels()));
    }
    return name;
  }

  private static Iterable<String> labels() {
    return Arrays.stream(values()).filter(n -> n != UNKNOWN).map(EventName::label).toList();
  }
}
