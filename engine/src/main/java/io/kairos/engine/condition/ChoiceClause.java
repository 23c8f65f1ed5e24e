package io.kairos.engine.condition;

import java.util.List;

/** One of two clauses; unknown where the test is. */
record ChoiceClause<V>(Clause<V> test, Clause<V> yes, Clause<V> no) implements Clause<V> {
  @Override
  public List<Term<V>> parts() {
    return List.of(test, yes, no);
  }

  @Override
  public Truth flag(V view) {
    return deciding(view).flag(view);
  }

  @Override
  public long changes(V view) {
    return Math.min(test.changes(view), deciding(view).changes(view));
  }

  @Override
  public Term<V> unknown(V view) {
    return deciding(view).unknown(view);
  }

  @Override
  public void findings(V view, List<Finding> into) {
    test.findings(view, into);
    if (deciding(view) != test) {
      deciding(view).findings(view, into);
    }
  }

  @Override
  public Leaf<V> cause(V view) {
    return deciding(view).cause(view);
  }

  @Override
  public int precedence() {
    return 0;
  }

  @Override
  public String written() {
    return "%s ? %s : %s".formatted(test.written(), yes.written(), no.written());
  }

  /** The clause whose truth this one has. */
  private Clause<V> deciding(V view) {
    return switch (test.flag(view)) {
      case HOLDS -> yes;
      case FAILS -> no;
      case UNKNOWN -> test;
    };
  }

  @Override
  public Clause<V> negated() {
    return new ChoiceClause<>(test, yes.negated(), no.negated());
  }
}
