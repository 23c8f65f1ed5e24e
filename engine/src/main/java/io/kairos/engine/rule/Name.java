package io.kairos.engine.rule;

import io.kairos.engine.pack.Fingerprint;
import java.util.List;

/**
 * What tells a step or a variant from the others of its rule.
 *
 * @param text as the rule says it; empty for the one step of a rule that names none
 * @param place among the others: what a state of an earlier build remembers it by
 * @param mark what state remembers it by: a hash of the text, in four bytes as it is packed, so
 *     that it is found again where others were put before it
 */
public record Name(String text, int place, int mark) {
  /** What is wrong with a name of a rule whose mark is that of another name. */
  static final String ALIKE =
      "its hash, by which state knows it, is that of another one of the rule: choose another name";

  /** Marks below are places. */
  private static final int PLACES = 32;

  private static final int UNNAMED = PLACES;
  private static final int HASHED = 1 << 27;

  /** A name that stands at a place; what the mark is must never change. */
  static Name of(String text, int place) {
    int mark = text.isEmpty() ? UNNAMED : HASHED | Fingerprint.of32(text) >>> 5;
    return new Name(text, place, mark);
  }

  /** Whether state remembers this one by a mark. */
  boolean is(int remembered) {
    return remembered == mark || remembered == place;
  }

  /** Whether an earlier build remembered it, by a place: it takes a rule to tell the name. */
  static boolean isPlace(int remembered) {
    return remembered < PLACES;
  }

  /** Whether the rule has a step at what is remembered, if that is a place. */
  static boolean isThere(int remembered, List<Step> steps) {
    return !isPlace(remembered) || remembered < steps.size();
  }

  /** The mark of what is remembered, which {@link #isThere}. */
  static int markOf(int remembered, List<Step> steps) {
    return isPlace(remembered) ? steps.get(remembered).name().mark() : remembered;
  }
}
