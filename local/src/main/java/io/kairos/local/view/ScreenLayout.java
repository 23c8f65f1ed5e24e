package io.kairos.local.view;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Where everything stands on the screen. A pure function of the snapshot and the size. */
final class ScreenLayout {
  private static final String MARGIN = "  ";
  private static final int WIDEST = 140;
  private static final int TWO_COLUMNS_FROM = 76;
  private static final int TOPICS_WIDTH = 37;
  private static final int LEAST_TRIGGER_ROWS = 6;

  private final EventTimes times;

  ScreenLayout(ZoneId zone) {
    this.times = new EventTimes(zone);
  }

  /** At most as many lines as the terminal has, each at most as wide. */
  List<Line> render(Snapshot snapshot, TerminalSize size) {
    int width = Math.min(WIDEST, size.columns() - 2 * MARGIN.length());
    List<Line> lines = new ArrayList<>();
    lines.add(Line.EMPTY);
    lines.addAll(new HeadPanel(times).lines(snapshot, width));
    int factRows = Math.max(0, size.rows() - lines.size() - 1 - LEAST_TRIGGER_ROWS);
    facts(width).lines(snapshot, width).stream().limit(factRows).forEach(lines::add);
    lines.add(Line.EMPTY);
    int room = Math.max(1, size.rows() - lines.size());
    lines.addAll(new TriggersPanel(times, room).lines(snapshot, width));
    return lines.stream()
        .limit(size.rows())
        .map(line -> Line.of(MARGIN).with(line).cut(size.columns()))
        .toList();
  }

  private static Panel facts(int width) {
    Panel right = Panel.stacked(FactsPanel.job(), FactsPanel.customers());
    return width < TWO_COLUMNS_FROM
        ? new TopicsPanel()
        : Panel.beside(new TopicsPanel(), TOPICS_WIDTH, right);
  }
}
