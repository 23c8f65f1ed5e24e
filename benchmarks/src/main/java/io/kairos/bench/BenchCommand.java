package io.kairos.bench;

import io.kairos.bench.micro.Micro;
import io.kairos.bench.micro.MicroReport;
import io.kairos.bench.report.Machine;
import io.kairos.bench.report.Report;
import io.kairos.bench.run.Bench;
import io.kairos.bench.run.Home;
import io.kairos.bench.run.Progress;
import io.kairos.bench.run.RunPlan;
import io.kairos.local.CommandError;
import io.kairos.local.ErrorReport;
import io.kairos.local.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
      "  p1 is a textbook Flink job, p3 Kafka Streams;",
      "  ours and ours-heap are Kairos doing the same work as these;",
      "  full and full-heap have the default rules and all outputs."
    })
public final class BenchCommand implements Callable<Integer> {
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
    RunPlan wanted = plan.read();
    String name = name(home);
    Machine machine = Machine.now();
    machine.lines().forEach(out::println);
    out.flush();
    try (StopSignal stop = StopSignal.install()) {
      new Bench(home, wanted, name, stop, new Progress(out)).run();
    }
    report(out, new Report(machine, home.results().of(name)));
    return CommandLine.ExitCode.OK;
  }

  private String name(Home home) throws IOException {
    return resume
        ? home.results()
            .lastBench()
            .orElseThrow(() -> new CommandError("there is no benchmark to go on with"))
        : Instant.now().toString();
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
