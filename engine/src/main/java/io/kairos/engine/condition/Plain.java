package io.kairos.engine.condition;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers without exponent and trailing zeros, to the 15 digits that a double keeps. */
final class Plain {
  private static final MathContext DIGITS = new MathContext(15);

  private Plain() {}

  static String of(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? Truth.UNKNOWN.toString() : Double.toString(number);
    }
    return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
