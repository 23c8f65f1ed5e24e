package io.kairos.engine.condition;

import java.util.List;

/** A number compared with one that is no constant. */
record NumberLeaf<V>(Term<V> subject, Comparison comparison, Term<V> other) implements Leaf<V> {
  @Override
  public List<Term<V>> parts() {
    return List.of(subject, other);
  }

  @Override
  public Truth flag(V view) {
    return comparison.truth(subject.number(view), other.number(view));
  }

  @Override
  public String demand() {
    return comparison.symbol() + " " + other.written();
  }

  @Override
  public Finding finding(V view) {
    String demand = demand() + " (" + other.shown(view) + ")";
    return new Finding(subject.written(), subject.shown(view), demand, flag(view));
  }

  @Override
  public Clause<V> negated() {
    return new NumberLeaf<>(subject, comparison.not(), other);
  }
}
