package io.kairos.local.view;

import java.util.ArrayList;
import java.util.List;

/** A sentence over a bounded number of rows, broken between words. */
public final class Wrapped {
  private Wrapped() {}

  /** At least one row; what does not fit into the last one is cut. */
  public static List<String> rows(String text, int width, int mostRows) {
    List<String> rows = new ArrayList<>();
    String rest = text.strip();
    while (Columns.width(rest) > width && rows.size() < mostRows - 1) {
      int end = breakBefore(rest, width);
      rows.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    rows.add(Columns.cut(rest, width));
    return rows;
  }

  /** Index of the last blank that leaves at most so many columns, or the hard limit. */
  private static int breakBefore(String text, int width) {
    int limit = 0;
    int blank = -1;
    for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
      if (Columns.width(text.substring(0, index)) > width) {
        break;
      }
      limit = index;
      blank = text.charAt(index) == ' ' ? index : blank;
    }
    return blank > 0 ? blank : Math.max(1, limit);
  }
}
