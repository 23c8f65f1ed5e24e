package io.kairos.engine.fact;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.profile.CustomerProfile;

/**
 * The parts of a profile, one bit each. A condition whose parts are unchanged comes out as before
 * until time changes it.
 */
public final class Parts {
  static final int PERSON = 1;
  static final int BEHAVIOUR = 2;
  static final int CART = 4;
  static final int ORDERS = 8;
  static final int INTERESTS = 16;
  static final int SEARCHES = 32;
  static final int CUSTOM = 64;

  /** Tier, stage and segments, which are no part of the profile. */
  public static final int GROUPS = 128;

  public static final int ALL = 255;

  private Parts() {}

  /** Those that differ between two profiles of a customer. */
  public static int changed(CustomerProfile before, CustomerProfile after) {
    int parts = before.person() == after.person() ? 0 : PERSON;
    parts |= before.behaviour() == after.behaviour() ? 0 : BEHAVIOUR;
    parts |= before.cart() == after.cart() ? 0 : CART;
    boolean money = before.orders() == after.orders() && before.spending() == after.spending();
    parts |= money ? 0 : ORDERS;
    parts |= before.interests() == after.interests() ? 0 : INTERESTS;
    parts |= before.searches() == after.searches() ? 0 : SEARCHES;
    return parts | (before.custom() == after.custom() ? 0 : CUSTOM);
  }

  /** Those that a condition reads. */
  public static int of(Condition<Facts> condition) {
    int parts = 0;
    for (String variable : condition.variables()) {
      parts |= ofVariable(variable);
    }
    for (String function : condition.functions()) {
      parts |= ofFunction(function);
    }
    return parts;
  }

  private static int ofVariable(String name) {
    int dot = name.indexOf('.');
    return switch (dot < 0 ? name : name.substring(0, dot)) {
      case "customer" -> PERSON;
      case "activity" -> BEHAVIOUR | PERSON;
      case "cart" -> CART;
      case "orders", "prediction" -> ORDERS;
      case "spending" ->
          name.equals("spending.priceSensitivity") ? ORDERS | BEHAVIOUR | INTERESTS : ORDERS;
      case "interests" -> INTERESTS | ORDERS;
      case "search" -> SEARCHES | PERSON;
      case "custom", "attribute" -> CUSTOM;
      case "tier", "stage" -> GROUPS;
      case "event", "order" -> 0;
      default -> ALL;
    };
  }

  private static int ofFunction(String name) {
    return switch (name) {
      case "segment" -> GROUPS;
      case "interest" -> INTERESTS;
      case "boughtWithin" -> ORDERS;
      case "lookup" -> 0;
      default -> ALL;
    };
  }
}
