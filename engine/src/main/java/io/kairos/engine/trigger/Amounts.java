package io.kairos.engine.trigger;

import java.math.BigDecimal;
import java.util.Currency;

/** Writes amounts of one currency for people. */
public record Amounts(String currency) {

  /** The amount in the major unit: 12990 of CNY is "129.90". */
  public String plain(long minor) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return BigDecimal.valueOf(minor, digits).toPlainString();
  }

  /** The amount with its currency: "129.90 CNY". */
  public String text(long minor) {
    return plain(minor) + " " + currency;
  }
}
