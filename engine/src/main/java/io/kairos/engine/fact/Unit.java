package io.kairos.engine.fact;

/** What a feature is measured in. */
public enum Unit {
  COUNT("number"),
  DAYS("days"),
  MINUTES("minutes"),
  /** Conditions write the major unit, profiles publish the minor one. */
  MONEY("money"),
  /** Estimated money: published in the major unit, as it is. */
  ESTIMATE("money, major unit, estimated"),
  /** A number that is expected, not counted. */
  EXPECTATION("expected number"),
  RATIO("ratio, at least 0"),
  SHARE("share, 0 to 1"),
  SCORE("score, 1 to 5"),
  HOUR("hour, 0 to 23"),
  TEXT("text"),
  FLAG("true or false");

  private final String words;

  Unit(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
