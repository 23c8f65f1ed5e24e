package io.kairos.engine.condition;

/** What is done to two numbers. */
enum Arithmetic {
  PLUS("+", 1) {
    @Override
    double of(double left, double right) {
      return left + right;
    }
  },
  MINUS("-", 1) {
    @Override
    double of(double left, double right) {
      return left - right;
    }
  },
  TIMES("*", 2) {
    @Override
    double of(double left, double right) {
      return left * right;
    }
  },
  /** By zero it is unknown. */
  DIVIDED_BY("/", 2) {
    @Override
    double of(double left, double right) {
      return right == 0 ? Double.NaN : left / right;
    }
  };

  private final String symbol;
  private final int precedence;

  Arithmetic(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  String symbol() {
    return symbol;
  }

  int precedence() {
    return precedence;
  }

  abstract double of(double left, double right);
}
