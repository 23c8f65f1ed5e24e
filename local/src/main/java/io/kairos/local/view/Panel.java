package io.kairos.local.view;

import java.util.ArrayList;
import java.util.List;

/** A block of the screen. */
@FunctionalInterface
interface Panel {
  List<Line> lines(Snapshot snapshot, int width);

  /** Blocks under each other, with an empty line between two. */
  static Panel stacked(Panel... panels) {
    return (snapshot, width) -> {
      List<Line> lines = new ArrayList<>();
      for (Panel panel : panels) {
        if (!lines.isEmpty()) {
          lines.add(Line.EMPTY);
        }
        lines.addAll(panel.lines(snapshot, width));
      }
      return lines;
    };
  }

  /** Two blocks side by side, the left one with a width of its own. */
  static Panel beside(Panel left, int leftWidth, Panel right) {
    return (snapshot, width) -> {
      List<Line> lefts = left.lines(snapshot, leftWidth);
      List<Line> rights = right.lines(snapshot, width - leftWidth);
      List<Line> lines = new ArrayList<>();
      for (int row = 0; row < Math.max(lefts.size(), rights.size()); row++) {
        Line start = row < lefts.size() ? lefts.get(row) : Line.EMPTY;
        lines.add(row < rights.size() ? start.fit(leftWidth).with(rights.get(row)) : start);
      }
      return lines;
    };
  }
}
