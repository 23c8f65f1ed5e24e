package io.kairos.engine.condition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Spelling {
  /** A longer word is no misspelling. */
  private static final int LONGEST = 64;

  private Spelling() {}

  /** The nearest of the words, if it is near; of equally near ones the first in the alphabet. */
  public static Optional<String> nearest(String word, Collection<String> words) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int furthest = 1 + word.length() / 5;
    return words.stream()
        .filter(candidate -> distance(word, candidate) <= furthest)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * Letters to insert, drop, replace or exchange with their neighbour until the words are the same,
   * be they small or capital: the restricted Damerau-Levenshtein distance.
   */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int step(int[][] steps, String a, String b, int i, int j) {
    int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }
}
