package io.kairos.local.stories;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Amounts of a currency, as people write them and as the wire holds them.
 *
 * @param currency ISO 4217 code
 */
record MinorUnit(String currency) {

  /** The minor units of an amount: 299.00 CNY are 29900. */
  long read(Written written) {
    try {
      return new BigDecimal(written.text()).movePointRight(digits()).longValueExact();
    } catch (NumberFormatException noNumber) {
      throw written.wrong("'" + written.text() + "' is no amount such as 299.00");
    } catch (ArithmeticException impossible) {
      throw written.wrong(
          "'%s' is no amount of %s: it has %s decimals"
              .formatted(written.text(), currency, digits() == 0 ? "no" : "at most " + digits()));
    }
  }

  /** The amount in the major unit: 29900 of CNY is "299.00". */
  String write(long minor) {
    return BigDecimal.valueOf(minor, digits()).toPlainString();
  }

  private int digits() {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
