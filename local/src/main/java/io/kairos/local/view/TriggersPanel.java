package io.kairos.local.view;

import java.util.ArrayList;
import java.util.List;

/** Counts by rule, and under them the latest triggers as far as the height allows. */
record TriggersPanel(EventTimes times, int height) implements Panel {
  /** From here on generated carts lie long enough within a minute. Other events come at 1. */
  private static final double SOON_FROM_SPEED = 30;

  @Override
  public List<Line> lines(Snapshot snapshot, int width) {
    TriggerTally triggers = snapshot.triggers();
    List<Line> lines = new ArrayList<>();
    lines.add(counts(triggers).cut(width));
    if (triggers.latest().isEmpty() && snapshot.head().speed() >= SOON_FROM_SPEED) {
      lines.add(Line.of("The first ones come within a minute.", Style.DIM));
    }
    TriggerRows rows = TriggerRows.of(triggers.latest(), times, snapshot.head().eventMillis());
    for (FiredTrigger trigger : triggers.latest()) {
      List<Line> more = rows.lines(trigger, width);
      if (lines.size() + more.size() > height) {
        break;
      }
      lines.addAll(more);
    }
    return lines;
  }

  private static Line counts(TriggerTally triggers) {
    Line line = Line.of("TRIGGERS  ", Style.DIM).with(Figures.count(triggers.total()), Style.BOLD);
    for (var rule : triggers.byRule().entrySet()) {
      line = line.with("   " + rule.getKey() + " ", Style.DIM);
      line = line.with(Figures.count(rule.getValue()));
    }
    return triggers.cancelled() == 0
        ? line
        : line.with("   taken back ", Style.DIM).with(Figures.count(triggers.cancelled()));
  }
}
