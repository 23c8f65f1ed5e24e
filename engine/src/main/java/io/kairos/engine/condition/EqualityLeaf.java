package io.kairos.engine.condition;

import java.util.List;
import java.util.Optional;

/** Two texts or two flags that are to be the same, or to differ. */
record EqualityLeaf<V>(Term<V> subject, boolean same, Term<V> other) implements Leaf<V> {
  @Override
  public List<Term<V>> parts() {
    return List.of(subject, other);
  }

  @Override
  public Truth flag(V view) {
    boolean text = subject.type() == Type.TEXT;
    Object left = text ? subject.text(view) : subject.value(view);
    if (left == null) {
      return Truth.UNKNOWN;
    }
    Object right = text ? other.text(view) : other.value(view);
    return right == null ? Truth.UNKNOWN : Truth.of(left.equals(right) == same);
  }

  @Override
  public Optional<Needed> needed() {
    return same
            && subject instanceof VariableTerm<V> named
            && other instanceof LiteralTerm<V> literal
            && literal.type() == Type.TEXT
        ? Optional.of(new Needed(named.written(), literal.text(null)))
        : Optional.empty();
  }

  @Override
  public String demand() {
    return (same ? "== " : "!= ") + other.written();
  }

  @Override
  public Finding finding(V view) {
    String demand = other.constant() ? demand() : demand() + " (" + other.shown(view) + ")";
    return new Finding(subject.written(), subject.shown(view), demand, flag(view));
  }

  @Override
  public Clause<V> negated() {
    return new EqualityLeaf<>(subject, !same, other);
  }
}
