package io.kairos.engine.condition;

import java.util.List;

/** A number with its sign changed. */
record NegativeTerm<V>(Term<V> operand) implements Term<V> {
  @Override
  public Type type() {
    return Type.NUMBER;
  }

  @Override
  public List<Term<V>> parts() {
    return List.of(operand);
  }

  @Override
  public double number(V view) {
    return -operand.number(view);
  }

  @Override
  public String written() {
    return operand.precedence() < ATOM ? "-(" + operand.written() + ")" : "-" + operand.written();
  }
}
