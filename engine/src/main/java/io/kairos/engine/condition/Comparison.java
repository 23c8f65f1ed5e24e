package io.kairos.engine.condition;

import java.util.Arrays;
import java.util.Optional;

/** How two numbers are compared; {@code NaN} stands for unknown. */
public enum Comparison {
  AT_LEAST(">=", "at least"),
  AT_MOST("<=", "at most"),
  EQUAL("==", "equal to"),
  NOT_EQUAL("!=", "other than"),
  ABOVE(">", "above"),
  BELOW("<", "below");

  private final String symbol;
  private final String words;

  Comparison(String symbol, String words) {
    this.symbol = symbol;
    this.words = words;
  }

  public String symbol() {
    return symbol;
  }

  /** For a sentence: "at least". */
  public String words() {
    return words;
  }

  /** Whether it is known to hold. */
  public boolean holds(double value, double limit) {
    return truth(value, limit) == Truth.HOLDS;
  }

  Truth truth(double value, double limit) {
    if (Double.isNaN(value) || Double.isNaN(limit)) {
      return Truth.UNKNOWN;
    }
    return Truth.of(
        switch (this) {
          case AT_LEAST -> value >= limit;
          case AT_MOST -> value <= limit;
          case EQUAL -> value == limit;
          case NOT_EQUAL -> value != limit;
          case ABOVE -> value > limit;
          case BELOW -> value < limit;
        });
  }

  /** The one that holds exactly where this one fails. */
  Comparison not() {
    return switch (this) {
      case AT_LEAST -> BELOW;
      case AT_MOST -> ABOVE;
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case ABOVE -> AT_MOST;
      case BELOW -> AT_LEAST;
    };
  }

  /** The one that says the same with its sides exchanged. */
  Comparison turned() {
    return switch (this) {
      case AT_LEAST -> AT_MOST;
      case AT_MOST -> AT_LEAST;
      case ABOVE -> BELOW;
      case BELOW -> ABOVE;
      case EQUAL, NOT_EQUAL -> this;
    };
  }

  /** Whether texts and flags can be compared so, too. */
  boolean ofEquality() {
    return this == EQUAL || this == NOT_EQUAL;
  }

  static Optional<Comparison> of(String symbol) {
    return Arrays.stream(values()).filter(c -> c.symbol.equals(symbol)).findFirst();
  }
}
