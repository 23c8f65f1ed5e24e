package io.kairos.local.backtest;

import io.kairos.local.view.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Messages over the days of the time that was counted. */
record DayChart(Canvas canvas, BacktestResult.Span span) {
  private static final int MOST_ROWS = 31;
  private static final int WEEK = 7;
  private static final String INDENT = "  ";

  /** A bar for each day; for each few weeks of a long time. */
  List<String> lines(SortedMap<LocalDate, Long> days) {
    if (days.isEmpty()) {
      return List.of("No message went out.");
    }
    DaySeries series = DaySeries.of(days, firstDay(), day(span.to()), MOST_ROWS, WEEK);
    List<String> lines = new ArrayList<>();
    lines.add(
        series.daysEach() == 1
            ? "messages a day"
            : "messages in the " + series.daysEach() + " days from each date");
    for (int bin = 0; bin < series.bins().size(); bin++) {
      lines.add(line(series, bin));
    }
    return lines;
  }

  private String line(DaySeries series, int bin) {
    long count = series.bins().get(bin);
    String number = Figures.count(count);
    int room = canvas.width() - INDENT.length() - "2000-01-01  ".length() - 12;
    String bar = canvas.bars().bar(Math.max(1, room) * (double) count / series.most());
    return INDENT + series.dayOf(bin) + "  " + (bar.isEmpty() ? number : bar + " " + number);
  }

  /**
   * A mark for each day, or each few days, in one line, and when most messages went out.
   *
   * @param used columns before it
   */
  List<String> inOneLine(SortedMap<LocalDate, Long> days, int used) {
    int room = Math.max(10, canvas.width() - used - 2);
    DaySeries series = DaySeries.of(days, firstDay(), day(span.to()), room, 1);
    DaySeries each = DaySeries.of(days, firstDay(), day(span.to()), Integer.MAX_VALUE, 1);
    String peak = "most on %s: %s".formatted(each.dayOfMost(), Figures.count(each.most()));
    return each.bins().size() == 1 ? List.of(peak) : List.of(marks(series), peak);
  }

  private String marks(DaySeries series) {
    StringBuilder marks = new StringBuilder("|");
    for (long count : series.bins()) {
      marks.append(canvas.bars().mark((double) count / series.most()));
    }
    return marks.append('|').toString();
  }

  /** Where the input begins, if that is later than what was asked for. */
  private LocalDate firstDay() {
    return day(span.from().isAfter(span.first()) ? span.from() : span.first());
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(span.zone()).toLocalDate();
  }
}
