package io.kairos.engine.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a compiled text that has a value. Answers by the method of its type. */
interface Term<V> {
  /** Of parts that bind more tightly than any operator. */
  int ATOM = 9;

  Type type();

  /** What its value depends on, from left to right. */
  List<Term<V>> parts();

  /** How it reads in a condition. */
  String written();

  /** {@code NaN} where it is unknown. */
  default double number(V view) {
    throw new IllegalStateException(written() + " is no number");
  }

  /** Null where it is unknown. */
  default String text(V view) {
    throw new IllegalStateException(written() + " is no text");
  }

  default Truth flag(V view) {
    throw new IllegalStateException(written() + " is no flag");
  }

  /** The first instant after the view's at which the value may be another one by time alone. */
  default long changes(V view) {
    return first(parts(), view);
  }

  /** The first instant after the view's at which a comparison may come out otherwise. */
  default long flips(V view, Comparison comparison, double limit) {
    return changes(view);
  }

  /** The first instant after the view's at which it may come to be known or unknown. */
  default long appears(V view) {
    return changes(view);
  }

  default boolean continuous() {
    return false;
  }

  default boolean moves() {
    return parts().stream().anyMatch(Term::moves);
  }

  /** Whether it has the same value for every view. */
  default boolean constant() {
    return parts().stream().allMatch(Term::constant);
  }

  default int precedence() {
    return ATOM;
  }

  /** A number of it as people read it. */
  default String show(double number) {
    return Plain.of(number);
  }

  /** The innermost part for which this is unknown; only asked where it is. */
  default Term<V> unknown(V view) {
    for (Term<V> part : parts()) {
      if (part.value(view) == null) {
        return part.unknown(view);
      }
    }
    return this;
  }

  /** A continuous part for which an instant cannot be solved. */
  default Optional<Term<V>> unsolvable() {
    return continuous() ? Optional.of(this) : unsolvable(parts());
  }

  /** Itself and everything in it. */
  default Stream<Term<V>> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Term::all));
  }

  /** Its value as an object; null where it is unknown. */
  default Object value(V view) {
    return switch (type()) {
      case NUMBER -> {
        double number = number(view);
        yield Double.isNaN(number) ? null : (Object) number;
      }
      case TEXT -> text(view);
      case FLAG -> {
        Truth truth = flag(view);
        yield truth == Truth.UNKNOWN ? null : truth;
      }
    };
  }

  /** Its value as people read it. */
  default String shown(V view) {
    Object value = value(view);
    if (value == null) {
      return Truth.UNKNOWN.toString();
    }
    return value instanceof Double number ? show(number) : value.toString();
  }

  static <V> long first(List<? extends Term<V>> terms, V view) {
    long first = Motion.NEVER;
    for (int i = 0; i < terms.size(); i++) {
      first = Math.min(first, terms.get(i).changes(view));
    }
    return first;
  }

  static <V> Optional<Term<V>> unsolvable(List<Term<V>> terms) {
    return terms.stream().flatMap(term -> term.unsolvable().stream()).findFirst();
  }
}
