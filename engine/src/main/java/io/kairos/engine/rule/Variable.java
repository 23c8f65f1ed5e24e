package io.kairos.engine.rule;

import io.kairos.engine.profile.CustomerProfile;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/** What a condition can ask of a profile. */
public enum Variable {
  CART_COUNT("cart.count", "units in the cart:", Unit.NUMBER, p -> p.cart().count()),
  CART_VALUE("cart.value", "value of the cart:", Unit.MONEY, p -> p.cart().valueMinor()),
  ORDERS_COUNT("orders.count", "orders so far:", Unit.NUMBER, p -> p.orders().count()),
  SESSIONS_COUNT(
      "sessions.count", "visits so far:", Unit.NUMBER, p -> p.activity().sessions().all());

  /** How a limit in a rule reads. */
  public enum Unit {
    NUMBER,
    /** Written in the major unit, kept in the minor one. */
    MONEY
  }

  private final String label;
  private final String words;
  private final Unit unit;
  private final ToLongFunction<CustomerProfile> value;

  Variable(String label, String words, Unit unit, ToLongFunction<CustomerProfile> value) {
    this.label = label;
    this.words = words;
    this.unit = unit;
    this.value = value;
  }

  public String label() {
    return label;
  }

  /** For a sentence: what stands before the value. */
  public String words() {
    return words;
  }

  /** Whether it is about the cart. */
  public boolean aboutCart() {
    return label.startsWith("cart.");
  }

  public Unit unit() {
    return unit;
  }

  /** Its value; money in minor units. */
  public long of(CustomerProfile profile) {
    return value.applyAsLong(profile);
  }

  /**
   * The variable of that label.
   *
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  static Variable named(String label) {
    return Arrays.stream(values())
        .filter(variable -> variable.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(label)));
  }

  private static String unknown(String label) {
    return "No variable is called '"
        + label
        + "'. Known: "
        + String.join(", ", Arrays.stream(values()).map(Variable::label).toList());
  }
}
