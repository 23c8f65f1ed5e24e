package io.kairos.local.backtest;

import io.kairos.local.view.Columns;
import java.util.ArrayList;
import java.util.List;

/** Rows whose columns stand under each other: the first to the left, numbers to the right. */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  void row(List<String> cells) {
    rows.add(cells);
  }

  /** The lines, none ending with blanks. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  int width() {
    return lines().stream().mapToInt(Columns::width).max().orElse(0);
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String blanks = " ".repeat(width(column) - Columns.width(cell));
      line.append(column == 0 ? cell + blanks : GAP + blanks + cell);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> Columns.width(row.get(column))).max().orElse(0);
  }
}
