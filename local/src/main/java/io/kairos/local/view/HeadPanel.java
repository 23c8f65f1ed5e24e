package io.kairos.local.view;

import java.util.List;

/** Name, event clock, speed, address, and how to stop. */
record HeadPanel(EventTimes times) implements Panel {
  private static final int ZONE_FROM = 76;

  @Override
  public List<Line> lines(Snapshot snapshot, int width) {
    Head head = snapshot.head();
    Line name =
        Line.of("Kairos", Style.BOLD)
            .with("  " + head.title(), Style.PLAIN)
            .with("  " + Figures.duration(head.elapsed()), Style.DIM);
    Line clock =
        Line.of(times.full(head.eventMillis()), Style.ACCENT)
            .with(width < ZONE_FROM ? "  " : "  " + times.zone() + "  ", Style.DIM)
            .with(Figures.speed(head.speed()), Style.PLAIN);
    Line address =
        head.webUi().isEmpty()
            ? Line.EMPTY
            : Line.of("Flink   ", Style.DIM).with(head.webUi(), Style.PLAIN);
    return List.of(
        name.flushRight(clock, width),
        address.flushRight(Line.of("Ctrl-C stops everything", Style.DIM), width),
        Line.of("─".repeat(width), Style.DIM));
  }
}
