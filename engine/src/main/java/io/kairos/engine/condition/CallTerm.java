package io.kairos.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A function with its arguments. */
final class CallTerm<V> implements Term<V> {
  private final Function<V> function;
  private final List<Term<V>> parts;

  /** Null unless all are literals. */
  private final Arguments literals;

  private final boolean continuous;
  private final boolean moves;

  CallTerm(Function<V> function, List<Term<V>> parts) {
    this.function = function;
    this.parts = List.copyOf(parts);
    this.literals = parts.stream().allMatch(Term::constant) ? read(null) : null;
    Motion<V> motion = literals == null ? null : function.motion(literals);
    this.continuous = function.continuous() || motion != null && motion.continuous();
    this.moves = motion != Motion.STILL;
  }

  Function<V> function() {
    return function;
  }

  @Override
  public Type type() {
    return function.result();
  }

  @Override
  public List<Term<V>> parts() {
    return parts;
  }

  @Override
  public String written() {
    return parts.stream()
        .map(Term::written)
        .collect(Collectors.joining(", ", function.name() + "(", ")"));
  }

  @Override
  public double number(V view) {
    Arguments arguments = arguments(view);
    return arguments == null ? Double.NaN : function.number(view, arguments);
  }

  @Override
  public String text(V view) {
    Arguments arguments = arguments(view);
    return arguments == null ? null : function.text(view, arguments);
  }

  @Override
  public Truth flag(V view) {
    Arguments arguments = arguments(view);
    return arguments == null ? Truth.UNKNOWN : function.flag(view, arguments);
  }

  @Override
  public long changes(V view) {
    Arguments arguments = arguments(view);
    long ofArguments = Term.first(parts, view);
    return arguments == null
        ? ofArguments
        : Math.min(ofArguments, function.motion(arguments).changes(view));
  }

  @Override
  public long flips(V view, Comparison comparison, double limit) {
    Arguments arguments = arguments(view);
    long ofArguments = Term.first(parts, view);
    return arguments == null
        ? ofArguments
        : Math.min(ofArguments, function.motion(arguments).flips(view, comparison, limit));
  }

  @Override
  public boolean continuous() {
    return continuous;
  }

  @Override
  public boolean moves() {
    return moves;
  }

  @Override
  public boolean constant() {
    return false;
  }

  @Override
  public String show(double number) {
    return function.show(number);
  }

  /** Null where one is unknown. */
  private Arguments arguments(V view) {
    return literals == null ? read(view) : literals;
  }

  private Arguments read(V view) {
    List<Object> values = new ArrayList<>(parts.size());
    for (Term<V> part : parts) {
      Object value = part.value(view);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return new Arguments(values);
  }
}
