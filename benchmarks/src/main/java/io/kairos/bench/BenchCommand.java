package io.kairos.bench;

import io.kairos.bench.input.Form;
import io.kairos.bench.input.InputSpec;
import io.kairos.bench.latency.LatencyBench;
import io.kairos.bench.micro.Micro;
import io.kairos.bench.micro.MicroReport;
import io.kairos.bench.report.Machine;
import io.kairos.bench.report.Part;
import io.kairos.bench.report.Report;
import io.kairos.bench.restore.RestoreBench;
import io.kairos.bench.run.Bench;
import io.kairos.bench.run.Build;
import io.kairos.bench.run.Contender;
import io.kairos.bench.run.Home;
import io.kairos.bench.run.Progress;
import io.kairos.bench.run.Result;
import io.kairos.bench.run.RunPlan;
import io.kairos.bench.run.Series;
import io.kairos.local.CommandError;
import io.kairos.local.ErrorReport;
import io.kairos.local.StopSignal;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kairos bench}. */
@Command(
    name = "kairos bench",
    description = "Measures Kairos beside the machine's limits and its peers, in one run.",
    footer = {
      "",
      "Contenders:",
      "  l0 polls; l1 decodes, too; l2 has Kairos' engine on a HashMap;",
      "  l3 gets and puts in RocksDB; f1 is Flink alone;",
      "  p1 is a textbook Flink job, p2 Flink SQL, p3 Kafka Streams;",
      "  ours and ours-heap are Kairos doing the same work as these;",
      "  ours-uncached is ours without its cache, ours-singly with each event a step of its own,",
      "  ours-timers with every wake-up a Flink timer;",
      "  full and full-heap have the default rules and all outputs."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int EVENTS_A_SECOND = 20_000;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  @Mixin private PlanOptions plan = new PlanOptions();

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the table there as well, as Markdown.")
  private Path markdown;

  @Option(names = "--resume", description = "Go on with the last benchmark, and keep its results.")
  private boolean resume;

  @Option(
      names = "--micro",
      paramLabel = "NAME",
      arity = "0..1",
      fallbackValue = "",
      description =
          "Measure the hot pieces alone instead, in nanoseconds: all, or those with NAME in theirs.")
  private String micro;

  @Option(
      names = "--latency",
      description =
          "Measure instead how long it takes from an event to its trigger, both in Kafka.")
  private boolean latency;

  @Option(
      names = "--rate",
      split = ",",
      paramLabel = "N",
      description =
          "With --latency: events per second; default a third and 70 %% of what ours was last"
              + " measured to do here of independent events, else 20000.")
  private List<Integer> rates = List.of();

  @Option(
      names = "--growth",
      description = "Measure instead Kairos alone, with more and more customers and rules.")
  private boolean growth;

  @Option(
      names = "--restore",
      description =
          "Measure instead how long Kairos takes to stop with a savepoint, and to come back with as"
              + " many slots, more and fewer.")
  private boolean restore;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    ErrorReport errors = new ErrorReport();
    System.exit(
        new CommandLine(new BenchCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(errors)
            .setExecutionExceptionHandler(errors)
            .execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (Stream.of(latency, growth, restore, micro != null).filter(asked -> asked).count() > 1) {
      throw new CommandError("choose one of --latency, --growth, --restore and --micro");
    }
    PrintWriter out = spec.commandLine().getOut();
    return micro == null ? race(out) : pieces(out);
  }

  private int pieces(PrintWriter out) throws IOException {
    Machine machine = Machine.now();
    machine.lines().forEach(out::println);
    out.println();
    out.flush();
    MicroReport report = Micro.run(micro);
    report.text().forEach(out::println);
    out.flush();
    if (markdown != null) {
      List<String> page = new ArrayList<>();
      machine.lines().forEach(line -> page.add("- " + line));
      page.add("");
      page.addAll(report.markdown());
      Files.write(markdown, page);
    }
    return CommandLine.ExitCode.OK;
  }

  private int race(PrintWriter out) throws IOException, InterruptedException {
    Home home = Home.locate();
    Closeable claim = home.claim();
    try {
      Machine machine = Machine.now();
      machine.lines().forEach(out::println);
      out.flush();
      report(
          out,
          latency || restore ? measureOnePart(out, home, machine) : measure(out, home, machine));
    } finally {
      claim.close();
    }
    return CommandLine.ExitCode.OK;
  }

  private Report measure(PrintWriter out, Home home, Machine machine)
      throws IOException, InterruptedException {
    List<RunPlan> plans = growth ? plan.readGrowth() : List.of(plan.read());
    List<Result> before = resume ? home.results().of(last(home)) : List.of();
    Series series = new Series(resume ? last(home) : Instant.now().toString(), conditions(machine));
    series.goOn(before, plans);
    try (StopSignal stop = StopSignal.install()) {
      Progress progress = new Progress(out);
      for (RunPlan one : plans) {
        new Bench(home, one, series, stop, progress).run();
      }
    }
    List<Result> results = home.results().of(series.began());
    if (!growth) {
      return Report.ofContenders(machine, results);
    }
    Map<InputSpec, Integer> seen = new HashMap<>();
    for (Result result : results) {
      InputSpec input = result.turn().input();
      seen.put(input, home.inputs().customersSeen(input));
    }
    return Report.ofGrowth(machine, results, seen::get).with(plan.backtest(home).measure());
  }

  /** One table whose results are not kept: latency, or stop and come back. */
  private Report measureOnePart(PrintWriter out, Home home, Machine machine)
      throws IOException, InterruptedException {
    Consumer<String> told =
        line -> {
          out.println(line);
          out.flush();
        };
    try (StopSignal stop = StopSignal.install()) {
      Part part =
          restore
              ? new RestoreBench(home, plan.readRestore(), stop, told).run()
              : new LatencyBench(home, plan.readLatency(asked(home)), stop, told).run();
      return new Report(machine, List.of(part), List.of());
    }
  }

  private List<Integer> asked(Home home) throws IOException {
    return rates.isEmpty() ? ratesOf(home) : rates;
  }

  /** A third and 70 % of what this machine was last measured to do of events like those sent. */
  private static List<Integer> ratesOf(Home home) throws IOException {
    OptionalDouble last = home.results().lastRate(Contender.OURS, Form.INDEPENDENT);
    return last.isEmpty()
        ? List.of(EVENTS_A_SECOND)
        : List.of((int) (last.getAsDouble() / 3), (int) (last.getAsDouble() * 0.7));
  }

  private static String last(Home home) throws IOException {
    return home.results()
        .lastBench()
        .orElseThrow(() -> new CommandError("there is no benchmark to go on with"));
  }

  private String conditions(Machine machine) throws IOException {
    return "%s, build %s, checkpoints every %d s"
        .formatted(machine.name(), Build.mark(), plan.checkpoints().toSeconds());
  }

  private void report(PrintWriter out, Report report) throws IOException {
    out.println();
    report.text().forEach(out::println);
    out.flush();
    if (markdown != null) {
      Files.write(markdown, report.markdown());
    }
  }
}
