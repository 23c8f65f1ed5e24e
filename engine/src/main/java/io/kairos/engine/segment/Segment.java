package io.kairos.engine.segment;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.fact.Facts;
import io.kairos.engine.fact.Parts;

/**
 * A declared group of customers.
 *
 * @param name kebab-case, up to {@value #LONGEST_NAME} characters
 * @param when holds for its members; null for the stage that is left where no other holds
 * @param parts of a customer that it reads, as {@link Parts} says
 */
public record Segment(String name, Condition<Facts> when, int parts) {
  public static final int LONGEST_NAME = 24;

  public static Segment of(String name, Condition<Facts> when) {
    return new Segment(name, when, when == null ? 0 : Parts.of(when));
  }

  boolean holds(Facts facts) {
    return when == null || when.test(facts).holds();
  }

  /** When time alone may change that. */
  long flips(Facts facts) {
    return when == null ? Long.MAX_VALUE : when.flips(facts);
  }
}
