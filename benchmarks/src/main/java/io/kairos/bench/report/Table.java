package io.kairos.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells, the first of each a name, the others numbers as text.
 *
 * @param rows each as long as the head
 */
public record Table(List<String> head, List<List<String>> rows) {
  private static final String GAP = "  ";

  /** For the terminal: columns end under each other. */
  List<String> text() {
    List<List<String>> all = new ArrayList<>(List.of(head));
    all.addAll(rows);
    int[] widths = new int[head.size()];
    for (List<String> row : all) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return all.stream().map(row -> line(row, widths)).toList();
  }

  /** For a page. */
  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(bar(head));
    lines.add("| --- |" + " ---: |".repeat(head.size() - 1));
    rows.forEach(row -> lines.add(bar(row)));
    return lines;
  }

  private static String bar(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Names stand to the left, numbers to the right. */
  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String blanks = " ".repeat(widths[column] - row.get(column).length());
      line.append(column == 0 ? row.get(column) + blanks : GAP + blanks + row.get(column));
    }
    return line.toString().stripTrailing();
  }
}
