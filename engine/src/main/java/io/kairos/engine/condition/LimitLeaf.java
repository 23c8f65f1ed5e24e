package io.kairos.engine.condition;

import java.util.List;
import java.util.Optional;

/** A number compared with a constant: most of all conditions, and the only ones solved for. */
record LimitLeaf<V>(Term<V> subject, Comparison comparison, double limit) implements Leaf<V> {
  @Override
  public List<Term<V>> parts() {
    return List.of(subject);
  }

  @Override
  public Truth flag(V view) {
    return comparison.truth(subject.number(view), limit);
  }

  @Override
  public long changes(V view) {
    return subject.flips(view, comparison, limit);
  }

  @Override
  public Optional<Term<V>> unsolvable() {
    return subject.continuous() ? Term.unsolvable(subject.parts()) : subject.unsolvable();
  }

  @Override
  public String demand() {
    return comparison.symbol() + " " + subject.show(limit);
  }

  @Override
  public Clause<V> negated() {
    return new LimitLeaf<>(subject, comparison.not(), limit);
  }
}
