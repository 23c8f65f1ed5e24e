package io.kairos.engine.condition;

import java.util.List;

/** {@code true} or {@code false} as it stands in the condition. */
record LiteralClause<V>(Truth truth) implements Leaf<V> {
  @Override
  public List<Term<V>> parts() {
    return List.of();
  }

  @Override
  public Truth flag(V view) {
    return truth;
  }

  @Override
  public Term<V> subject() {
    return this;
  }

  @Override
  public String demand() {
    return "== true";
  }

  @Override
  public String written() {
    return truth.toString();
  }

  @Override
  public Clause<V> negated() {
    return new LiteralClause<>(truth.not());
  }
}
