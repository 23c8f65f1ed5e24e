package io.kairos.engine.segment;

/** How much a customer is worth, rising. The order of the constants is in state: only append. */
public enum Tier {
  NONE("none"),
  GOLD("gold"),
  PLATINUM("platinum"),
  DIAMOND("diamond");

  private static final Tier[] ALL = values();

  private final String label;

  Tier(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The tier at a place; the highest where a later release has a higher one there. */
  static Tier at(int ordinal) {
    return ALL[Math.min(ordinal, ALL.length - 1)];
  }

  /**
   * The tier of that label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Tier of(String label) {
    for (Tier tier : ALL) {
      if (tier.label.equals(label)) {
        return tier;
      }
    }
    throw new IllegalArgumentException(
        "No tier is called '" + label + "'. Known: gold, platinum, diamond");
  }
}
