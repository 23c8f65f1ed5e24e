package io.kairos.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A compiled condition over views. Holds no state; any number of threads may ask it. */
public final class Condition<V> {
  private final String source;
  private final Clause<V> root;
  private final Vocabulary<V> vocabulary;
  private final boolean moves;
  private final Words words;

  Condition(String source, Clause<V> root, Vocabulary<V> vocabulary) {
    this.source = source;
    this.root = root;
    this.vocabulary = vocabulary;
    this.moves = root.moves();
    this.words = Words.of(root);
  }

  public Truth test(V view) {
    return root.flag(view);
  }

  /**
   * The first instant after the view's at which the truth may be another one if no event comes, in
   * milliseconds of the epoch; {@link Motion#NEVER} if it stays. Never later than the truth
   * changes; where it is earlier, asking again from there leads on.
   */
  public long flips(V view) {
    return moves ? root.changes(view) : Motion.NEVER;
  }

  /**
   * The first instant after the view's at which the truth is another one if no event comes; {@link
   * Motion#NEVER} if there is none up to the horizon.
   */
  public long turns(V view, long horizonMillis) {
    Truth now = test(view);
    V later = view;
    long instant = flips(view);
    while (instant <= horizonMillis && instant != Motion.NEVER) {
      later = vocabulary.at(later, instant);
      if (test(later) != now) {
        return instant;
      }
      instant = after(instant, flips(later));
    }
    return Motion.NEVER;
  }

  private long after(long instant, long next) {
    if (next <= instant) {
      throw new IllegalStateException(source + " does not get past " + instant);
    }
    return next;
  }

  /** What each comparison came to, from left to right; those of a choice not taken are left out. */
  public List<Finding> findings(V view) {
    List<Finding> findings = new ArrayList<>();
    root.findings(view, findings);
    return findings;
  }

  /**
   * What speaks against it: the first comparison that fails or, where none decides, what is unknown
   * in the first that cannot be answered. Empty if it holds.
   */
  public Optional<Finding> failure(V view) {
    return switch (test(view)) {
      case HOLDS -> Optional.empty();
      case FAILS -> Optional.of(root.cause(view).finding(view));
      case UNKNOWN -> Optional.of(unknown(root.cause(view), view));
    };
  }

  private Finding unknown(Leaf<V> leaf, V view) {
    String subject = leaf.unknown(view).written();
    return new Finding(subject, Truth.UNKNOWN.toString(), leaf.demand(), Truth.UNKNOWN);
  }

  /** A text that a variable must be for it to hold; empty if there is none. */
  public Optional<Needed> needed() {
    return root.needed();
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
