package io.kairos.engine.segment;

/** How much a customer is worth, rising. The order of the constants is in state: only append. */
public enum Tier {
  NONE("none"),
  GOLD("gold"),
  PLATINUM("platinum"),
  DIAMOND("diamond");

  private final String label;

  Tier(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /**
   * The tier of that label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Tier of(String label) {
    for (Tier tier : values()) {
      if (tier.label.equals(label)) {
        return tier;
      }
    }
    throw new IllegalArgumentException(
        "No tier is called '" + label + "'. Known: gold, platinum, diamond");
  }
}
