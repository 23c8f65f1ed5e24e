package io.kairos.engine.condition;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What a condition can ask of a view by name, such as {@code cart.value}. */
public final class Variable<V> {
  private final String name;
  private final Kind kind;
  private final Readers<V> readers;
  private final Motion<V> motion;
  private final DoubleFunction<String> show;

  private Variable(
      String name, Kind kind, Readers<V> readers, Motion<V> motion, DoubleFunction<String> show) {
    this.name = name;
    this.kind = kind;
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
    return new Variable<>(name, new Kind(type, null), readers, Motion.still(), Plain::of);
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
    return new Variable<>(name, kind, readers, how, show);
  }

  /** The same variable, whose numbers people read in another form, such as money. */
  public Variable<V> shown(DoubleFunction<String> form) {
    return new Variable<>(name, kind, readers, motion, form);
  }

  /** The same text, which is one of these wherever it is known. */
  public Variable<V> among(Collection<String> texts) {
    Kind closed = new Kind(kind.type, List.copyOf(texts));
    return new Variable<>(name, closed, readers, motion, show);
  }

  public String name() {
    return name;
  }

  public Type type() {
    return kind.type;
  }

  /** What is said to a text that it never is; nothing to one that it can be. */
  Optional<String> refuses(String text) {
    List<String> texts = kind.texts;
    if (texts == null || texts.contains(text)) {
      return Optional.empty();
    }
    String known =
        texts.isEmpty() ? "none is declared" : "it is one of: " + String.join(", ", texts);
    String hint = Spelling.nearest(text, texts).map("did you mean '%s'?"::formatted).orElse(known);
    return Optional.of("%s is never '%s'; %s".formatted(name, text, hint));
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

  /**
   * What its values are.
   *
   * @param texts all that a text can be; null where it can be any, and for what is no text
   */
  private record Kind(Type type, List<String> texts) {}

  private record Readers<V>(
      ToDoubleFunction<V> number, Function<V, String> text, Function<V, Truth> flag) {}
}
