package io.kairos.engine.fact;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.profile.Activity;
import io.kairos.engine.profile.CustomerProfile;

/**
 * The parts of a profile, one bit each. A condition whose parts are unchanged comes out as before
 * until time changes it, and that is no earlier than it was.
 */
public final class Parts {
  public static final int PERSON = 1;

  /** All of the behaviour but for what has a bit of its own. */
  static final int BEHAVIOUR = 2;

  public static final int CART = 4;

  /** Orders and money. */
  public static final int ORDERS = 8;

  public static final int INTERESTS = 16;
  public static final int SEARCHES = 32;
  static final int CUSTOM = 64;

  /** Tier, stage and segments, which are no part of the profile. */
  public static final int GROUPS = 128;

  /** The whole days since the customer was seen last. */
  static final int LAST_SEEN = 256;

  /** When the customer was seen first. */
  static final int FIRST_SEEN = 512;

  /** How many sessions there were. */
  static final int SESSIONS = 1024;

  public static final int ALL = 2047;

  private static final long DAY_MILLIS = 24 * 60 * 60 * 1000L;

  private Parts() {}

  /**
   * Those that differ between two profiles of a customer.
   *
   * @param now the instant of the later, epoch milliseconds
   */
  public static int changed(CustomerProfile before, CustomerProfile after, long now) {
    int parts = before.person() == after.person() ? 0 : PERSON;
    parts |= before.behaviour() == after.behaviour() ? 0 : behaviour(before, after, now);
    parts |= before.cart() == after.cart() ? 0 : CART;
    boolean money = before.orders() == after.orders() && before.spending() == after.spending();
    parts |= money ? 0 : ORDERS;
    parts |= before.interests() == after.interests() ? 0 : INTERESTS;
    parts |= before.searches() == after.searches() ? 0 : SEARCHES;
    return parts | (before.custom() == after.custom() ? 0 : CUSTOM);
  }

  private static int behaviour(CustomerProfile before, CustomerProfile after, long now) {
    Activity old = before.activity();
    Activity next = after.activity();
    int parts = BEHAVIOUR;
    parts |= idleDays(old, now) == idleDays(next, now) ? 0 : LAST_SEEN;
    parts |= old.firstSeenMillis() == next.firstSeenMillis() ? 0 : FIRST_SEEN;
    return parts | (old.sessions() == next.sessions() ? 0 : SESSIONS);
  }

  private static long idleDays(Activity activity, long now) {
    return activity.any() ? Math.floorDiv(activity.idleMillis(now), DAY_MILLIS) : -1;
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
      case "activity" -> ofActivity(name) | PERSON;
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

  private static int ofActivity(String name) {
    return switch (name) {
      case "activity.idleDays" -> LAST_SEEN;
      case "activity.knownDays" -> FIRST_SEEN;
      case "activity.sessions",
          "activity.sessionsWithCart",
          "activity.sessionsWithOrder",
          "activity.sessionsWithCartAndOrder",
          "activity.cartConversion",
          "activity.cartAbandonment" ->
          SESSIONS;
      default -> BEHAVIOUR;
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
