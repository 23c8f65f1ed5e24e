package io.kairos.engine.segment;

import io.kairos.engine.condition.Condition;
import io.kairos.engine.fact.Facts;

/**
 * A declared group of customers.
 *
 * @param name kebab-case, up to {@value #LONGEST_NAME} characters
 * @param when holds for its members; null for the stage that is left where no other holds
 */
public record Segment(String name, Condition<Facts> when) {
  public static final int LONGEST_NAME = 24;

  boolean holds(Facts facts) {
    return when == null || when.test(facts).holds();
  }

  /** When time alone may change that. */
  long flips(Facts facts) {
    return when == null ? Long.MAX_VALUE : when.flips(facts);
  }
}
