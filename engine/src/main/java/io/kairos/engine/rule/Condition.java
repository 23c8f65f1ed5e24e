package io.kairos.engine.rule;

import io.kairos.engine.profile.CustomerProfile;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison of one variable with a constant, such as {@code cart.value >= 50}.
 *
 * @param limit in the unit in which the variable is kept; money in minor units
 */
public record Condition(Variable variable, Comparison comparison, long limit) {
  private static final Pattern SYNTAX =
      Pattern.compile("\\s*([a-zA-Z.]+)\\s*(>=|<=|==|!=|>|<)\\s*(\\d+(?:\\.\\d+)?)\\s*");

  /**
   * Reads a condition.
   *
   * @param minorDigits digits of the shop's minor unit, 2 for CNY
   * @throws IllegalArgumentException if the text is no comparison that is known; the message says
   *     why
   */
  static Condition parse(String text, int minorDigits) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no condition. Write <variable> <comparison> <number>, as in"
              + " cart.value >= 50");
    }
    Variable variable = Variable.named(matcher.group(1));
    int digits = variable.unit() == Variable.Unit.MONEY ? minorDigits : 0;
    BigDecimal limit = new BigDecimal(matcher.group(3)).movePointRight(digits);
    if (limit.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(
          "'%s' has more digits than %s can have".formatted(matcher.group(3), variable.label()));
    }
    return new Condition(variable, Comparison.of(matcher.group(2)), limit.longValueExact());
  }

  public boolean holds(CustomerProfile profile) {
    return comparison.holds(variable.of(profile), limit);
  }
}
