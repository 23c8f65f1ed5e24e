package io.kairos.engine.condition;

import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** What a function takes at one place, and what it says to a literal there. */
public final class Parameter {
  private final Type type;
  private final boolean literal;
  private final Function<Object, Optional<String>> check;

  private Parameter(Type type, boolean literal, Function<Object, Optional<String>> check) {
    this.type = type;
    this.literal = literal;
    this.check = check;
  }

  public static Parameter number() {
    return number(number -> Optional.empty());
  }

  /** A number; a literal is asked when the text is compiled and refused with a sentence. */
  public static Parameter number(DoubleFunction<Optional<String>> check) {
    return new Parameter(Type.NUMBER, false, value -> check.apply((Double) value));
  }

  public static Parameter text() {
    return text(text -> Optional.empty());
  }

  /** A text; a literal is asked when the text is compiled and refused with a sentence. */
  public static Parameter text(Function<String, Optional<String>> check) {
    return new Parameter(Type.TEXT, false, value -> check.apply((String) value));
  }

  public static Parameter flag() {
    return new Parameter(Type.FLAG, false, value -> Optional.empty());
  }

  /** The same, but anything other than a literal is refused. */
  public Parameter literal() {
    return new Parameter(type, true, check);
  }

  public Type type() {
    return type;
  }

  boolean literalOnly() {
    return literal;
  }

  Optional<String> refuses(Object value) {
    return check.apply(value);
  }
}
