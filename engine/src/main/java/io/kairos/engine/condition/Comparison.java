package io.kairos.engine.condition;

import java.util.Arrays;
import java.util.Optional;

/** How two numbers are compared; {@code NaN} stands for unknown. */
public enum Comparison {
  AT_LEAST(">=", "at least") {
    @Override
    Truth truth(double value, double limit) {
      return value >= limit ? Truth.HOLDS : value < limit ? Truth.FAILS : Truth.UNKNOWN;
    }
  },
  AT_MOST("<=", "at most") {
    @Override
    Truth truth(double value, double limit) {
      return value <= limit ? Truth.HOLDS : value > limit ? Truth.FAILS : Truth.UNKNOWN;
    }
  },
  EQUAL("==", "equal to") {
    @Override
    Truth truth(double value, double limit) {
      return value == limit ? Truth.HOLDS : differ(value, limit) ? Truth.FAILS : Truth.UNKNOWN;
    }
  },
  NOT_EQUAL("!=", "other than") {
    @Override
    Truth truth(double value, double limit) {
      return value == limit ? Truth.FAILS : differ(value, limit) ? Truth.HOLDS : Truth.UNKNOWN;
    }
  },
  ABOVE(">", "above") {
    @Override
    Truth truth(double value, double limit) {
      return value > limit ? Truth.HOLDS : value <= limit ? Truth.FAILS : Truth.UNKNOWN;
    }
  },
  BELOW("<", "below") {
    @Override
    Truth truth(double value, double limit) {
      return value < limit ? Truth.HOLDS : value >= limit ? Truth.FAILS : Truth.UNKNOWN;
    }
  };

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

  abstract Truth truth(double value, double limit);

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

  private static boolean differ(double value, double limit) {
    return value < limit || value > limit;
  }
}
