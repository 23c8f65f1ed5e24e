package io.kairos.engine.condition;

import java.util.List;
import java.util.Optional;

/** Whether a value is known, which itself always is. */
record KnownLeaf<V>(Term<V> asked, boolean wanted) implements Leaf<V> {
  @Override
  public List<Term<V>> parts() {
    return List.of(asked);
  }

  @Override
  public Truth flag(V view) {
    return Truth.of((asked.value(view) != null) == wanted);
  }

  @Override
  public long changes(V view) {
    return asked.appears(view);
  }

  /** When a value comes to be known is known, however it changes after that. */
  @Override
  public Optional<Term<V>> unsolvable() {
    return Term.unsolvable(asked.parts());
  }

  @Override
  public Term<V> subject() {
    return asked;
  }

  @Override
  public String demand() {
    return wanted ? "known" : "unknown";
  }

  @Override
  public String written() {
    return (wanted ? "known(" : "!known(") + asked.written() + ")";
  }

  @Override
  public Clause<V> negated() {
    return new KnownLeaf<>(asked, !wanted);
  }
}
