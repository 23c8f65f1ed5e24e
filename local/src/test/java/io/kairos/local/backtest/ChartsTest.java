package io.kairos.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.local.view.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as bars and marks. */
final class ChartsTest {
  private static final SortedMap<LocalDate, Long> FEW =
      new TreeMap<>(
          java.util.Map.of(LocalDate.parse("2026-03-01"), 80L, LocalDate.parse("2026-03-03"), 1L));

  @Test
  void everyDayOfTheTimeHasItsRowAlsoWithoutAMessage() {
    assertThat(chart(Canvas.PLAIN, "2026-03-01", "2026-03-04").lines(FEW))
        .containsExactly(
            "messages a day",
            "  2026-03-01  " + "#".repeat(74) + " 80",
            "  2026-03-02  0",
            "  2026-03-03  # 1",
            "  2026-03-04  0");
  }

  @Test
  void onATerminalBarsAreMadeOfEighths() {
    List<String> lines = chart(new Canvas(36, Bars.BLOCKS), "2026-03-01", "2026-03-03").lines(FEW);

    assertThat(lines).contains("  2026-03-01  ██████████ 80", "  2026-03-03  ▏ 1");
  }

  @Test
  void moreDaysThanRowsAreTakenTogetherInWholeWeeks() {
    List<String> lines = chart(Canvas.PLAIN, "2026-03-01", "2026-12-31").lines(FEW);

    assertThat(lines.get(0)).isEqualTo("messages in the 14 days from each date");
    assertThat(lines.get(1)).endsWith(" 81");
    assertThat(lines).hasSize(1 + 22);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80, 200})
  void noRowIsWiderThanTheTerminal(int width) {
    DayChart chart = chart(new Canvas(width, Bars.BLOCKS), "2026-03-01", "2027-02-28");

    int room = Math.max(width, 30); // a date, one column of bar and a number need so much
    assertThat(chart.lines(FEW))
        .allMatch(line -> Columns.width(line) <= room || line.startsWith("messages"));
    assertThat(chart.inOneLine(FEW, 4).get(0).length())
        .isLessThanOrEqualTo(Math.max(width - 4, 12));
  }

  @Test
  void inOneLineEveryDayHasAMarkAndTheBestOneIsNamed() {
    assertThat(chart(new Canvas(80, Bars.BLOCKS), "2026-03-01", "2026-03-04").inOneLine(FEW, 10))
        .containsExactly("|█ ▁ |", "most on 2026-03-01: 80");
  }

  @Test
  void aTimeOfOneDayNeedsNoMarks() {
    assertThat(chart(Canvas.PLAIN, "2026-03-01", "2026-03-01").inOneLine(FEW, 10))
        .containsExactly("most on 2026-03-01: 80");
  }

  @Test
  void withoutAMessageThereIsNoChart() {
    assertThat(chart(Canvas.PLAIN, "2026-03-01", "2026-03-04").lines(new TreeMap<>()))
        .containsExactly("No message went out.");
  }

  private static DayChart chart(Canvas canvas, String from, String to) {
    Instant first = LocalDate.parse(from).atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant last = LocalDate.parse(to).atTime(12, 0).toInstant(ZoneOffset.UTC);
    return new DayChart(
        canvas, new BacktestResult.Span(first, first, last, ZoneOffset.UTC, Duration.ZERO));
  }
}
