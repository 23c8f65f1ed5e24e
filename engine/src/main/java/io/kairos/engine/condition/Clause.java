package io.kairos.engine.condition;

import java.util.List;
import java.util.Optional;

/**
 * A part of a condition that is true or false. Negations are driven into the comparisons, so that
 * each says what is wanted of it.
 */
interface Clause<V> extends Term<V> {
  @Override
  default Type type() {
    return Type.FLAG;
  }

  @Override
  Truth flag(V view);

  /** The clause that holds where this one fails and fails where it holds. */
  Clause<V> negated();

  /** A text that a variable must be for this to hold; empty if there is none. */
  default Optional<Needed> needed() {
    return Optional.empty();
  }

  /** Adds what each comparison came to that was asked. */
  void findings(V view, List<Finding> into);

  /** The first comparison that gives the clause its truth. */
  Leaf<V> cause(V view);
}
