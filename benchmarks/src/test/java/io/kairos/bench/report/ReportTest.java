package io.kairos.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import io.kairos.bench.run.CheckpointFigures;
import io.kairos.bench.run.Contender;
import io.kairos.bench.run.Figures;
import io.kairos.bench.run.Result;
import io.kairos.bench.run.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final InputSpec INPUT = new InputSpec(Form.SESSIONS, 2_000_000, 1000, 1);
  private static final Machine MACHINE = new Machine(List.of("a machine"));

  private static Result measured(Contender contender, int round, double cpu) {
    return new Result(
        "b",
        "here",
        turn(contender, round),
        "",
        new Figures(cpu, 1000, 3 << 20, 0.25, 1234, null),
        null);
  }

  private static Turn turn(Contender contender, int round) {
    return new Turn(INPUT, contender, 1, contender == Contender.OURS ? "x=1" : "", round);
  }

  @Test
  void tellsOfAFailureOnlyWhileNoOtherTryCameToTheEnd() {
    Result failed = new Result("b", "here", turn(Contender.P1, 1), "", null, "ended");

    assertThat(Report.ofContenders(MACHINE, List.of(failed)).text())
        .contains("Failed: p1, round 1: ended");
    assertThat(Report.ofContenders(MACHINE, List.of(failed, measured(Contender.P1, 1, 6))).text())
        .noneMatch(line -> line.startsWith("Failed"));
  }

  @Test
  void showsMedianSpreadAndHowManyTimesOursItIs() {
    Report report =
        Report.ofContenders(
            MACHINE,
            List.of(
                measured(Contender.OURS, 1, 4),
                measured(Contender.OURS, 2, 2),
                measured(Contender.OURS, 3, 3),
                measured(Contender.L3, 1, 6),
                measured(Contender.L3, 2, 9)));

    assertThat(report.markdown())
        .contains(
            "### sessions, 2,000,000 events, 1,000 customers, 1 slot",
            "| L3 decode, RocksDB get and put | 7.50 | 6.00 - 9.00 | 2.50 | 1,000 | 3 | 25 % |"
                + " 1,234 | 2 |",
            "| Kairos, same work, RocksDB | 3.00 | 2.00 - 4.00 | 1.00 | 1,000 | 3 | 25 % |"
                + " 1,234 | 3 |",
            "Kairos with `x=1`.");
  }

  @Test
  void hasNoRatioWithoutOurs() {
    assertThat(Report.ofContenders(MACHINE, List.of(measured(Contender.L3, 1, 6))).markdown())
        .anyMatch(line -> line.startsWith("| L3") && line.contains("6.00 - 6.00 |  | 1,000"));
  }

  @Test
  void namesAContenderThatFailedAndWhy() {
    Result failed = new Result("b", "here", turn(Contender.P1, 2), "", null, "ended; see p1.log");

    assertThat(Report.ofContenders(MACHINE, List.of(failed)).text())
        .anyMatch(line -> line.startsWith("P1 textbook Flink job  ") && line.contains("failed"))
        .contains("Failed: p1, round 2: ended; see p1.log");
  }

  @Test
  void columnsOfTheTerminalEndUnderEachOther() {
    List<String> lines =
        Report.ofContenders(
                MACHINE, List.of(measured(Contender.OURS, 1, 4), measured(Contender.L3, 1, 40)))
            .text();

    assertThat(lines.stream().filter(line -> line.matches("(L3|Kairos,) .*")).map(String::length))
        .hasSize(2)
        .containsOnly(lines.get(3).length());
  }

  @Test
  void showsWhatCheckpointsTookAsCustomersAndRulesGrow() {
    CheckpointFigures checkpoints = new CheckpointFigures(3, 250, 12, 90, 2 << 20, 5_000_000);
    Figures figures = new Figures(2, 1000, 0, 0, 0, checkpoints);
    Turn turn = new Turn(INPUT, Contender.OURS, 1, "bench.rules=100 x=1", 1);

    Report report =
        Report.ofGrowth(
            MACHINE, List.of(new Result("b", "here", turn, "", figures, null)), input -> 10_000);

    assertThat(report.markdown())
        .contains(
            "### growth: sessions, 2,000,000 events",
            "| Kairos, same work, RocksDB | 1,000 | 10,000 | 100 | 2.00 | 2.00 - 2.00 | 1,000 |"
                + " 250 | 12 | 90 | 2.0 | 4.8 | 500 | 1 |");
  }

  @Test
  void leavesOutWhatNobodyKnowsOfCheckpoints() {
    assertThat(
            Report.ofGrowth(MACHINE, List.of(measured(Contender.FULL, 1, 3)), input -> 10)
                .markdown())
        .contains(
            "| Kairos, full, RocksDB | 1,000 | 10 | own | 3.00 | 3.00 - 3.00 | 1,000 |"
                + "  |  |  |  |  |  | 1 |");
  }
}
