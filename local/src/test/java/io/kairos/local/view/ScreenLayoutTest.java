package io.kairos.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenLayoutTest {
  private static final ScreenLayout LAYOUT = new ScreenLayout(Snapshots.SHANGHAI);

  @Test
  void showsABusyMoment() {
    assertThat(text(Snapshots.busy(), new TerminalSize(100, 30)))
        .isEqualTo(
            """

              Kairos  live demo  1 min 12 s                      Sat 24 Oct 2026  11:12:40  Asia/Shanghai  60×
              Flink   http://localhost:41231                                           Ctrl-C stops everything
              ────────────────────────────────────────────────────────────────────────────────────────────────
              TOPICS           records    per s    JOB
              customers          1,762      0.8    status       running
              clickstream       12,345       96    throughput   118 events/s
              cart               2,310       21    lag          12 records, 3 s
              orders             1,108      9.2    checkpoints  7
              triggers              79      1.1    restarts     0
              decisions             91      1.3
              profiles           9,020       44    CUSTOMERS
              dead-letters           0        ·    known        1,714
                                                   sessions     3,302
                                                   open carts   403
                                                   tiers        gold 14 · platinum 6 · diamond 5

              TRIGGERS  78   cart-abandon 41   dormancy 12   vip-upgrade 25   taken back 1
              11:12:38  cart-abandon  push   c00412  3 items worth 438.00 CNY have been in the cart for 1 h
                                                     without an order, and the customer has been idle for 52
                                                     min.
              11:11:31  dormancy      sms    c00052  No activity for 30 days after 1 order.
                12 Sep  vip-upgrade   push   c00081  Tier rose from none to gold: 2,013.40 CNY a month over 6
                                                     months, 6 orders.
              11:10:02  cart-abandon  push   c00413  Taken back: an order came late.
            """);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "29, false", "30, true", "60, true"})
  void saysBeforeAnythingHasHappenedThatItSoonWillIfItDoes(double speed, boolean soon) {
    String text = text(Snapshots.starting(speed), new TerminalSize(100, 30));
    assertThat(text).contains("starting", "none yet", "TRIGGERS  0");
    assertThat(text.contains("The first ones come within a minute.")).isEqualTo(soon);
  }

  @Test
  void hasRoomForALagInATerminalOfTheUsualSize() {
    Snapshot busy = Snapshots.busy();
    JobHealth late =
        new JobHealth(
            "running", 118.4, new JobHealth.Lag(9_999, Duration.ofSeconds(59 * 60 + 59)), 7, 0);
    Snapshot snapshot =
        new Snapshot(busy.head(), busy.topics(), busy.customers(), late, busy.triggers());
    assertThat(text(snapshot, new TerminalSize(80, 24)))
        .contains("lag          9,999 records, 59 min 59 s\n");
  }

  @ParameterizedTest
  @CsvSource({"20, 5", "40, 12", "79, 24", "80, 24", "100, 30", "300, 90"})
  void staysWithinTheTerminal(int columns, int rows) {
    List<Line> lines = LAYOUT.render(Snapshots.busy(), new TerminalSize(columns, rows));
    assertThat(lines).hasSizeLessThanOrEqualTo(rows);
    assertThat(lines).allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(columns));
  }

  @Test
  void leavesOutOldTriggersBeforeItLeavesOutHalfAReason() {
    List<Line> lines = LAYOUT.render(Snapshots.busy(), new TerminalSize(100, 19));
    assertThat(lines.get(lines.size() - 1).text())
        .endsWith("No activity for 30 days after 1 order.");
    assertThat(lines).noneMatch(line -> line.text().contains("Tier rose"));
  }

  @ParameterizedTest
  @CsvSource({"0, PLAIN", "1, ALARM"})
  void makesDeadLettersCatchTheEye(long deadLetters, Style style) {
    Snapshot busy = Snapshots.busy();
    Snapshot snapshot =
        new Snapshot(
            busy.head(),
            Snapshots.topics(deadLetters),
            busy.customers(),
            busy.job(),
            busy.triggers());
    Line row =
        new TopicsPanel()
            .lines(snapshot, 40).stream()
                .filter(line -> line.text().startsWith("dead-letters"))
                .findFirst()
                .orElseThrow();
    assertThat(row.spans()).extracting(Line.Span::style).containsExactly(style);
  }

  private static String text(Snapshot snapshot, TerminalSize size) {
    StringBuilder text = new StringBuilder();
    LAYOUT
        .render(snapshot, size)
        .forEach(line -> text.append(line.text().stripTrailing()).append('\n'));
    return text.toString();
  }
}
