package io.kairos.local.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * Turns decimal amounts of a currency into its minor units.
 *
 * @param decimals decimal places of the currency, 0 for JPY, 2 for EUR
 */
record MinorUnits(int decimals) {

  /**
   * The minor units of a currency.
   *
   * @param code ISO 4217; null: two decimal places
   * @throws ImportException if there is no such currency
   */
  static MinorUnits of(String code) {
    if (code == null) {
      return new MinorUnits(2);
    }
    try {
      return new MinorUnits(Math.max(0, Currency.getInstance(code).getDefaultFractionDigits()));
    } catch (IllegalArgumentException unknown) {
      throw new ImportException("no currency '%s' in ISO 4217".formatted(code), unknown);
    }
  }

  /**
   * The amount in minor units, halves rounded away from zero.
   *
   * @throws ArithmeticException if it does not fit a long
   */
  long round(BigDecimal amount) {
    return amount.movePointRight(decimals).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
