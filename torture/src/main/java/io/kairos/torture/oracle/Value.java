package io.kairos.torture.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What a name in a condition stands for.
 *
 * @param text as it stands in a message
 * @param number null for a text
 */
record Value(String text, BigDecimal number) {

  static Value ofText(String text) {
    return new Value(text, null);
  }

  /** A number as people write it: no exponent, no zeros at the end. */
  static Value ofNumber(BigDecimal number) {
    return new Value(number.stripTrailingZeros().toPlainString(), number);
  }

  static Value ofCount(long count) {
    return ofNumber(BigDecimal.valueOf(count));
  }

  /** The same number as an amount in the major unit. */
  Value asMoney(String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return ofMoney(number.movePointRight(digits).longValueExact(), currency);
  }

  /** An amount in the major unit, with all digits of its currency. */
  static Value ofMoney(long minor, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    BigDecimal major = BigDecimal.valueOf(minor, digits).setScale(digits, RoundingMode.UNNECESSARY);
    return new Value(major.toPlainString(), major);
  }
}
