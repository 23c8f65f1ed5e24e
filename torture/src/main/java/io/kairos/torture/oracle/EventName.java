package io.kairos.torture.oracle;

/** What rules can start with, be moved by and end with, as the page Rules names it. */
enum EventName {
  VIEW("view"),
  SEARCH("search"),
  LIKE("like"),
  COMMENT("comment"),
  REVIEWED("reviewed"),
  SHARE("share"),
  LOGIN("login"),
  CUSTOM("custom"),
  CART_ADDED("cart.added"),
  CART_REMOVED("cart.removed"),
  CART_QUANTITY_CHANGED("cart.quantityChanged"),
  CART_EMPTIED("cart.emptied"),
  CART_CHANGED("cart.changed"),
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
  TIER_RAISED("tier.raised"),
  TIER_LOWERED("tier.lowered");

  private final String label;

  EventName(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** The event of a record's type, behind what stands before it in the name. */
  static EventName of(String prefix, Enum<?> type) {
    for (EventName name : values()) {
      if (name.name().equals(prefix + type.name())) {
        return name;
      }
    }
    throw new NotCovered("an event of the type " + type);
  }

  static EventName of(String label) {
    for (EventName name : values()) {
      if (name.label.equals(label)) {
        return name;
      }
    }
    throw new NotCovered("the event " + label);
  }
}
