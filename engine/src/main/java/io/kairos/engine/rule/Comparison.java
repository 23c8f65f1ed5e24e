package io.kairos.engine.rule;

import java.util.Arrays;

/** How two numbers are compared. */
public enum Comparison {
  AT_LEAST(">=", "at least") {
    @Override
    boolean holds(long value, long limit) {
      return value >= limit;
    }
  },
  AT_MOST("<=", "at most") {
    @Override
    boolean holds(long value, long limit) {
      return value <= limit;
    }
  },
  EQUAL("==", "equal to") {
    @Override
    boolean holds(long value, long limit) {
      return value == limit;
    }
  },
  NOT_EQUAL("!=", "other than") {
    @Override
    boolean holds(long value, long limit) {
      return value != limit;
    }
  },
  ABOVE(">", "above") {
    @Override
    boolean holds(long value, long limit) {
      return value > limit;
    }
  },
  BELOW("<", "below") {
    @Override
    boolean holds(long value, long limit) {
      return value < limit;
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

  abstract boolean holds(long value, long limit);

  static Comparison of(String symbol) {
    return Arrays.stream(values()).filter(c -> c.symbol.equals(symbol)).findFirst().orElseThrow();
  }
}
