package io.kairos.engine.condition;

import java.util.List;

/**
 * A number or a text as it stands in the condition.
 *
 * @param value a Double or a String
 */
record LiteralTerm<V>(Object value) implements Term<V> {
  @Override
  public Type type() {
    return value instanceof Double ? Type.NUMBER : Type.TEXT;
  }

  @Override
  public List<Term<V>> parts() {
    return List.of();
  }

  @Override
  public String written() {
    if (value instanceof Double number) {
      return Plain.of(number);
    }
    String quote = text(null).contains("'") ? "\"" : "'";
    return quote + value + quote;
  }

  @Override
  public double number(V view) {
    return (Double) value;
  }

  @Override
  public String text(V view) {
    return (String) value;
  }
}
