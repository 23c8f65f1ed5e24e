package io.kairos.torture.oracle;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition of one comparison: a name, {@code >=}, {@code <=} or {@code ==}, and a number, a
 * quoted text or another name. The reference knows no other.
 *
 * @param source as it is written
 * @param literal what the right side is where it is no name
 */
record Demand(String source, String left, Relation relation, String right, Value literal) {
  private static final Pattern FORM =
      Pattern.compile(
          "([a-z][A-Za-z0-9.]*) (>=|<=|==) ('[^']*'|-?[0-9]+(?:\\.[0-9]+)?|[a-z][A-Za-z0-9.]*)");

  /** How two values are compared. */
  enum Relation {
    AT_LEAST(">=", "at least"),
    AT_MOST("<=", "at most"),
    EQUAL("==", "equal to");

    private final String symbol;
    private final String words;

    Relation(String symbol, String words) {
      this.symbol = symbol;
      this.words = words;
    }

    String words() {
      return words;
    }

    String symbol() {
      return symbol;
    }

    private boolean holds(Value left, Value right) {
      if (left.number() == null) {
        return left.text().equals(right.text());
      }
      int order = left.number().compareTo(right.number());
      return switch (this) {
        case AT_LEAST -> order >= 0;
        case AT_MOST -> order <= 0;
        case EQUAL -> order == 0;
      };
    }

    private static Relation of(String symbol) {
      for (Relation relation : values()) {
        if (relation.symbol.equals(symbol)) {
          return relation;
        }
      }
      throw new NotCovered("the comparison " + symbol);
    }
  }

  static Demand parse(String source) {
    Matcher form = FORM.matcher(source);
    if (!form.matches()) {
      throw new NotCovered("the condition " + source);
    }
    String right = form.group(3);
    return new Demand(
        source, form.group(1), Relation.of(form.group(2)), right, literal(right).orElse(null));
  }

  private static Optional<Value> literal(String written) {
    if (written.startsWith("'")) {
      return Optional.of(Value.ofText(written.substring(1, written.length() - 1)));
    }
    return Character.isLetter(written.charAt(0))
        ? Optional.empty()
        : Optional.of(Value.ofNumber(new BigDecimal(written)));
  }

  Set<String> names() {
    return literal == null ? Set.of(left, right) : Set.of(left);
  }

  /** What is not known makes no comparison true. */
  boolean holds(Situation situation) {
    Optional<Value> seen = situation.of(left);
    Optional<Value> limit = limit(situation);
    return seen.isPresent() && limit.isPresent() && relation.holds(seen.get(), limit.get());
  }

  Optional<Value> limit(Situation situation) {
    return literal == null ? situation.of(right) : Optional.of(literal);
  }
}
