package io.kairos.engine.condition;

import java.util.List;

/** A sum, a difference, a product or a quotient. */
record ArithmeticTerm<V>(Term<V> left, Arithmetic operation, Term<V> right) implements Term<V> {
  @Override
  public Type type() {
    return Type.NUMBER;
  }

  @Override
  public List<Term<V>> parts() {
    return List.of(left, right);
  }

  @Override
  public double number(V view) {
    return operation.of(left.number(view), right.number(view));
  }

  @Override
  public int precedence() {
    return operation.precedence();
  }

  @Override
  public String written() {
    int precedence = operation.precedence();
    return bracketed(left, left.precedence() < precedence)
        + " "
        + operation.symbol()
        + " "
        + bracketed(right, right.precedence() <= precedence);
  }

  private static String bracketed(Term<?> part, boolean needed) {
    return needed ? "(" + part.written() + ")" : part.written();
  }
}
