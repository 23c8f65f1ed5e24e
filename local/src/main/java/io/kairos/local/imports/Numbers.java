package io.kairos.local.imports;

import java.math.BigDecimal;

/** Numbers as files write them: a point for decimals, no grouping. */
final class Numbers {
  private static final int MAX_INTEGER_DIGITS = 12;
  private static final int MAX_DECIMALS = 12;

  private Numbers() {}

  /** An exact decimal number of at most 12 digits before and 12 after the point. */
  static BigDecimal decimal(String text) throws RowRefused {
    BigDecimal number = parse(text);
    if (number.scale() > MAX_DECIMALS
        || number.precision() - (long) number.scale() > MAX_INTEGER_DIGITS) {
      throw refused(text);
    }
    return number;
  }

  /** A whole number of 32 bits; {@code 2.0} is one. */
  static int whole(String text) throws RowRefused {
    try {
      return decimal(text).intValueExact();
    } catch (ArithmeticException fraction) {
      throw refused(text);
    }
  }

  private static BigDecimal parse(String text) throws RowRefused {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException noNumber) {
      throw refused(text);
    }
  }

  private static RowRefused refused(String text) {
    return new RowRefused(LeftOut.BAD_NUMBER, "not a number in range: '%s'".formatted(text));
  }
}
