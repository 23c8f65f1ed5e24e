package io.kairos.engine.condition;

import java.util.Optional;
import java.util.Set;

/** A compiled value over views, such as one that a message carries. Answers in its own type. */
public final class Expression<V> {
  private final String source;
  private final Term<V> root;
  private final Words words;

  Expression(String source, Term<V> root) {
    this.source = source;
    this.root = root;
    this.words = Words.of(root);
  }

  public Type type() {
    return root.type();
  }

  /** {@code NaN} where it is unknown. */
  public double number(V view) {
    return root.number(view);
  }

  /** Null where it is unknown. */
  public String text(V view) {
    return root.text(view);
  }

  public Truth flag(V view) {
    return root.flag(view);
  }

  /** The value as people read it, whatever its type; empty where it is unknown. */
  public Optional<String> show(V view) {
    return root.value(view) == null ? Optional.empty() : Optional.of(root.shown(view));
  }

  /** The variables that it names, sorted. */
  public Set<String> variables() {
    return words.variables();
  }

  /** The functions that it names, sorted; without {@code known}. */
  public Set<String> functions() {
    return words.functions();
  }

  public String source() {
    return source;
  }

  @Override
  public String toString() {
    return source;
  }
}
