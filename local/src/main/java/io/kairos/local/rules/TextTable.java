package io.kairos.local.rules;

import io.kairos.local.view.Columns;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells in columns, each as wide as its widest cell. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... titles) {
    rows.add(List.of(titles));
  }

  void add(String... cells) {
    rows.add(List.of(cells).stream().map(Columns::harmless).toList());
  }

  /** Without line ends, and without blanks at the ends; the titles first. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      line.append(cell).append(" ".repeat(width(i) - Columns.width(cell))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> Columns.width(row.get(column))).max().orElse(0);
  }
}
