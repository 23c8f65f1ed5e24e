package io.kairos.engine.condition;

import java.util.List;

/**
 * What a condition can ask of a view with arguments, such as {@code segment('student')}. Answers by
 * the method of its result's type; it is not called where an argument is unknown, the result then
 * being unknown as well.
 */
public interface Function<V> {
  String name();

  List<Parameter> parameters();

  Type result();

  /** {@code NaN} where it is unknown. */
  default double number(V view, Arguments arguments) {
    throw new IllegalStateException(name() + " gives no number");
  }

  /** Null where it is unknown. */
  default String text(V view, Arguments arguments) {
    throw new IllegalStateException(name() + " gives no text");
  }

  default Truth flag(V view, Arguments arguments) {
    throw new IllegalStateException(name() + " gives no flag");
  }

  /** How the result changes by time alone while the arguments stay. */
  default Motion<V> motion(Arguments arguments) {
    return Motion.still();
  }

  /** Whether that is a continuous motion, whatever the arguments. */
  default boolean continuous() {
    return false;
  }

  /** A number of it as people read it. */
  default String show(double number) {
    return Plain.of(number);
  }
}
