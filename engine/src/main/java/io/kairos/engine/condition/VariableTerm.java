package io.kairos.engine.condition;

import java.util.List;

/** A variable by its name. */
record VariableTerm<V>(Variable<V> variable) implements Term<V> {
  @Override
  public Type type() {
    return variable.type();
  }

  @Override
  public List<Term<V>> parts() {
    return List.of();
  }

  @Override
  public String written() {
    return variable.name();
  }

  @Override
  public double number(V view) {
    return variable.number(view);
  }

  @Override
  public String text(V view) {
    return variable.text(view);
  }

  @Override
  public Truth flag(V view) {
    return variable.flag(view);
  }

  @Override
  public long changes(V view) {
    return variable.motion().changes(view);
  }

  @Override
  public long flips(V view, Comparison comparison, double limit) {
    return variable.motion().flips(view, comparison, limit);
  }

  @Override
  public long appears(V view) {
    return variable.motion().appears(view);
  }

  @Override
  public boolean continuous() {
    return variable.motion().continuous();
  }

  @Override
  public boolean moves() {
    return variable.moves();
  }

  @Override
  public boolean constant() {
    return false;
  }

  @Override
  public String show(double number) {
    return variable.show(number);
  }
}
