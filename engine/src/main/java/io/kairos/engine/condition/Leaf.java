package io.kairos.engine.condition;

import java.util.List;

/** One comparison. */
interface Leaf<V> extends Clause<V> {
  Term<V> subject();

  /** What the subject is held against: {@code >= 50}. */
  String demand();

  @Override
  default String written() {
    return subject().written() + " " + demand();
  }

  default Finding finding(V view) {
    return new Finding(subject().written(), subject().shown(view), demand(), flag(view));
  }

  @Override
  default void findings(V view, List<Finding> into) {
    into.add(finding(view));
  }

  @Override
  default Leaf<V> cause(V view) {
    return this;
  }
}
