package io.kairos.local.imports;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The known name that a mistyped one most likely meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * The nearest by edit distance, if no more than a third of the known name (or 2 letters) differs.
   */
  public static Optional<String> of(String typed, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(typed, name) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  /** {@code , did you mean 'x'?} or an empty text. */
  public static String hint(String typed, Collection<String> known) {
    return of(typed, known).map(", did you mean '%s'?"::formatted).orElse("");
  }

  /** Levenshtein distance, case ignored. */
  public static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 0; i < a.length(); i++) {
      row = nextRow(row, a.charAt(i), b);
    }
    return row[b.length()];
  }

  private static int[] nextRow(int[] above, char letter, String b) {
    int[] row = new int[above.length];
    row[0] = above[0] + 1;
    for (int j = 1; j < row.length; j++) {
      int replaced = above[j - 1] + (letter == b.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
    }
    return row;
  }
}
