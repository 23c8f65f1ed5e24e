package io.kairos.engine.condition;

import java.util.List;

/** A flag that a variable or a function gives. */
record FlagLeaf<V>(Term<V> subject, boolean wanted) implements Leaf<V> {
  @Override
  public List<Term<V>> parts() {
    return List.of(subject);
  }

  @Override
  public Truth flag(V view) {
    return subject.flag(view).wanted(wanted);
  }

  @Override
  public String demand() {
    return "== " + wanted;
  }

  @Override
  public String written() {
    return wanted ? subject.written() : "!" + subject.written();
  }

  @Override
  public Clause<V> negated() {
    return new FlagLeaf<>(subject, !wanted);
  }
}
