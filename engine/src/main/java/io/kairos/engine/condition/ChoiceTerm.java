package io.kairos.engine.condition;

import java.util.List;

/** One of two numbers or texts; unknown where the test is. */
record ChoiceTerm<V>(Clause<V> test, Term<V> yes, Term<V> no) implements Term<V> {
  @Override
  public Type type() {
    return yes.type();
  }

  @Override
  public List<Term<V>> parts() {
    return List.of(test, yes, no);
  }

  @Override
  public double number(V view) {
    return switch (test.flag(view)) {
      case HOLDS -> yes.number(view);
      case FAILS -> no.number(view);
      case UNKNOWN -> Double.NaN;
    };
  }

  @Override
  public String text(V view) {
    return switch (test.flag(view)) {
      case HOLDS -> yes.text(view);
      case FAILS -> no.text(view);
      case UNKNOWN -> null;
    };
  }

  @Override
  public long changes(V view) {
    return Term.first(deciding(view), view);
  }

  @Override
  public Term<V> unknown(V view) {
    List<Term<V>> deciding = deciding(view);
    return deciding.get(deciding.size() - 1).unknown(view);
  }

  @Override
  public int precedence() {
    return 0;
  }

  @Override
  public String written() {
    return "%s ? %s : %s".formatted(test.written(), yes.written(), no.written());
  }

  /** What the value depends on as things stand. */
  private List<Term<V>> deciding(V view) {
    return switch (test.flag(view)) {
      case HOLDS -> List.of(test, yes);
      case FAILS -> List.of(test, no);
      case UNKNOWN -> List.of(test);
    };
  }
}
