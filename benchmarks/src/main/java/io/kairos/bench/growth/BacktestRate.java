package io.kairos.bench.growth;

import io.kairos.bench.contract.Backend;
import io.kairos.bench.input.EventFile;
import io.kairos.bench.input.InputSpec;
import io.kairos.bench.report.Part;
import io.kairos.bench.report.Table;
import io.kairos.bench.run.ChildJvm;
import io.kairos.bench.run.Contender;
import io.kairos.bench.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How fast a backtest is, in a process of its own, from a file and without Kafka. */
public record BacktestRate(Home home, InputSpec input, int rounds) {
  private static final List<String> HEAD =
      List.of("backtest", "events", "events/s and core", "min - max", "events/s", "runs");

  /**
   * Measures it.
   *
   * @throws IOException if it failed; the message says where its log is
   */
  public Part measure() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(home.work().resolve("runs").resolve("backtest"));
    EventFile events = new EventFile(folder.resolve(input.name() + ".events"));
    events.write(input);
    Path log = folder.resolve("out.log");
    int exit = start(folder, events, log).waitFor();
    List<BacktestPace> paces =
        Files.readAllLines(log).stream()
            .filter(BacktestPace::isOne)
            .map(BacktestPace::of)
            .skip(1)
            .toList();
    if (exit != 0 || paces.size() != rounds) {
      throw new IOException("the backtest ended with exit code " + exit + "; see " + log);
    }
    return new Part("backtest from a file, without Kafka", table(paces), List.of());
  }

  private Process start(Path folder, EventFile events, Path log) throws IOException {
    List<String> command =
        new ArrayList<>(
            ChildJvm.command(
                    Backend.ROCKSDB,
                    folder.resolve("none.csv"),
                    folder.resolve("backtest.log"),
                    List.of())
                .toList());
    command.addAll(List.of("-cp", home.classPath(Contender.OURS), BacktestRun.class.getName()));
    command.addAll(List.of(events.file().toString(), Integer.toString(rounds)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  static Table table(List<BacktestPace> paces) {
    List<BacktestPace> sorted =
        paces.stream().sorted(Comparator.comparingDouble(BacktestPace::perCoreSecond)).toList();
    BacktestPace middle = sorted.get(sorted.size() / 2);
    return new Table(
        HEAD,
        List.of(
            List.of(
                "default rules",
                number(middle.events()),
                number(middle.perCoreSecond()),
                number(sorted.get(0).perCoreSecond())
                    + " - "
                    + number(sorted.get(sorted.size() - 1).perCoreSecond()),
                number(middle.perSecond()),
                Integer.toString(paces.size()))));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
