package io.kairos.engine.condition;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What a condition can ask of a view by name, such as {@code cart.value}. */
public final class Variable<V> {
  private final String name;
  private final Type type;
  private final Readers<V> readers;
  private final Motion<V> motion;
  private final DoubleFunction<String> show;

  private Variable(
      String name, Type type, Readers<V> readers, Motion<V> motion, DoubleFunction<String> show) {
    this.name = name;
    this.type = type;
    this.readers = readers;
    this.motion = motion;
    this.show = show;
  }

  /** A number; {@code NaN} where it is unknown. */
  public static <V> Variable<V> number(String name, ToDoubleFunction<V> read) {
    return still(name, Type.NUMBER, new Readers<>(read, wrong(name), wrong(name)));
  }

  /** A text; null where it is unknown. */
  public static <V> Variable<V> text(String name, Function<V, String> read) {
    return still(name, Type.TEXT, new Readers<>(noNumber(name), read, wrong(name)));
  }

  public static <V> Variable<V> flag(String name, Function<V, Truth> read) {
    return still(name, Type.FLAG, new Readers<>(noNumber(name), wrong(name), read));
  }

  private static <V> Variable<V> still(String name, Type type, Readers<V> readers) {
    return new Variable<>(name, type, readers, Motion.still(), Plain::of);
  }

  private static <V, T> Function<V, T> wrong(String name) {
    return view -> {
      throw new IllegalStateException(name + " is of another type");
    };
  }

  private static <V> ToDoubleFunction<V> noNumber(String name) {
    return view -> {
      throw new IllegalStateException(name + " is no number");
    };
  }

  /** The same variable, which changes by time alone. */
  public Variable<V> moving(Motion<V> how) {
    return new Variable<>(name, type, readers, how, show);
  }

  /** The same variable, whose numbers people read in another form, such as money. */
  public Variable<V> shown(DoubleFunction<String> form) {
    return new Variable<>(name, type, readers, motion, form);
  }

  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  public Motion<V> motion() {
    return motion;
  }

  /** Whether it changes with time. */
  public boolean moves() {
    return motion != Motion.STILL;
  }

  public double number(V view) {
    return readers.number.applyAsDouble(view);
  }

  public String text(V view) {
    return readers.text.apply(view);
  }

  public Truth flag(V view) {
    return readers.flag.apply(view);
  }

  /** A number as people read it. */
  public String show(double number) {
    return show.apply(number);
  }

  private record Readers<V>(
      ToDoubleFunction<V> number, Function<V, String> text, Function<V, Truth> flag) {}
}
