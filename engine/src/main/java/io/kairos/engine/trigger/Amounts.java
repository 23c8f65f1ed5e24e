package io.kairos.engine.trigger;

import io.kairos.engine.rule.Variable;
import java.math.BigDecimal;
import java.util.Currency;

/** Writes amounts of one currency for people. */
public record Amounts(String currency) {

  /** The amount in the major unit: 12990 of CNY is "129.90". */
  public String plain(long minor) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return BigDecimal.valueOf(minor, digits).toPlainString();
  }

  /** A variable's value, in the major unit where it is money. */
  public String text(Variable variable, long value) {
    return variable.unit() == Variable.Unit.MONEY ? plain(value) : Long.toString(value);
  }

  /** The amount with its currency: "129.90 CNY". */
  public String text(long minor) {
    return plain(minor) + " " + currency;
  }
}
