package io.kairos.torture;

import io.kairos.local.CommandError;
import io.kairos.local.ErrorReport;
import io.kairos.local.FolderTree;
import io.kairos.local.StopSignal;
import io.kairos.torture.campaign.Campaign;
import io.kairos.torture.campaign.CampaignPlan;
import io.kairos.torture.campaign.CampaignResult;
import io.kairos.torture.campaign.FaultPlan;
import io.kairos.torture.campaign.Progress;
import io.kairos.torture.check.Guarantee;
import io.kairos.torture.fault.FaultKind;
import io.kairos.torture.fault.Schedule;
import io.kairos.torture.fault.Strike;
import io.kairos.torture.report.Report;
import io.kairos.torture.report.ReportFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kairos torture}. */
@Command(
    name = "kairos torture",
    description = {
      "Runs the job on real processes under a campaign of faults, and holds what went out against"
          + " a reference that shares no code with it.",
      ""
    })
public final class TortureCommand implements Callable<Integer> {
  private static final String HOME = "kairos.torture.home";
  private static final int LARGEST_SEED = 1_000_000;
  private static final int SEVERAL_HOURS = 600;
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Let no fault begin later than that; default ${DEFAULT-VALUE}.")
  private int minutes = SEVERAL_HOURS;

  @Option(
      names = "--faults",
      paramLabel = "N",
      description = "How many faults; default ${DEFAULT-VALUE}, which takes about 20 minutes.")
  private int faults = 50;

  @Option(
      names = "--brokers",
      paramLabel = "N",
      description = "How many, each with a replica of all; default ${DEFAULT-VALUE}.")
  private int brokers = 3;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "KIND",
      description = "Only these kinds of faults, of: ${COMPLETION-CANDIDATES}.")
  private List<FaultKind> only = List.of();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Gives the same faults and the same traffic again; default by chance.")
  private Long seed;

  @Option(
      names = "--guarantee",
      paramLabel = "GUARANTEE",
      description = "at-least-once or exactly-once; default ${DEFAULT-VALUE}.")
  private Guarantee guarantee = Guarantee.AT_LEAST_ONCE;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "An option of the job; can be repeated.")
  private Map<String, String> options = new HashMap<>();

  @Option(names = "--keep", description = "Keep what the processes wrote, also after success.")
  private boolean keep;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    ErrorReport errors = new ErrorReport();
    System.exit(
        new CommandLine(new TortureCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .registerConverter(FaultKind.class, TortureCommand::kind)
            .setParameterExceptionHandler(errors)
            .setExecutionExceptionHandler(errors)
            .execute(args));
  }

  private static FaultKind kind(String name) {
    return Arrays.stream(FaultKind.values())
        .filter(kind -> kind.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandLine.TypeConversionException(
                    "no fault is called %s; there are: %s"
                        .formatted(
                            name,
                            Arrays.stream(FaultKind.values())
                                .map(FaultKind::toString)
                                .collect(Collectors.joining(", ")))));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    CampaignPlan plan = plan(out);
    Path folder = folder(plan.seed());
    Path cluster = Files.createDirectories(folder.resolve("cluster"));
    try (StopSignal stop = StopSignal.install()) {
      stop.onRequest(Thread.currentThread()::interrupt);
      CampaignResult result = new Campaign(plan, cluster, new Progress(out)).run();
      // Told before anything is written: a full disk must not hide the verdict.
      tell(out, result, folder);
      new ReportFiles(folder).write(result);
      return conclude(result, cluster);
    } catch (InterruptedException e) {
      throw new CommandError("stopped before it was done; logs are in " + cluster, e);
    }
  }

  private static void tell(PrintWriter out, CampaignResult result, Path folder) {
    out.println();
    new Report(result).text().forEach(out::println);
    out.printf("%n%s; see %s%n", conclusion(result), folder);
    out.flush();
  }

  private int conclude(CampaignResult result, Path cluster) throws IOException {
    boolean clean = result.isClean();
    if (clean && !keep) {
      FolderTree.delete(cluster);
    }
    return clean ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static String conclusion(CampaignResult result) {
    if (!result.verdict().isClean()) {
      return "NOT as it must be";
    }
    return result.isClean() ? "All as it must be" : "ENDED EARLY, up to then as it must be";
  }

  private CampaignPlan plan(PrintWriter out) {
    long drawn = seed == null ? new SecureRandom().nextInt(LARGEST_SEED) : seed;
    out.println("seed " + drawn);
    if (brokers < 1) {
      throw new CommandError("--brokers must be at least 1");
    }
    FaultPlan plan = faults(drawn);
    plan.leftOut().forEach((kind, why) -> out.printf("left out: %s, for %s%n", kind, why));
    return new CampaignPlan(brokers, drawn, plan, guarantee, options);
  }

  private FaultPlan faults(long drawn) {
    List<FaultKind> asked = only.isEmpty() ? Arrays.asList(FaultKind.values()) : only;
    Map<FaultKind, String> leftOut = new EnumMap<>(FaultKind.class);
    asked.forEach(kind -> kind.obstacle().ifPresent(why -> leftOut.put(kind, why)));
    if (leftOut.keySet().containsAll(asked)) {
      throw new CommandError("no fault is left to strike: " + leftOut);
    }
    List<Strike> strikes = Schedule.of(drawn, faults, asked, leftOut.keySet());
    return new FaultPlan(strikes, only, leftOut, Duration.ofMinutes(minutes));
  }

  private static Path folder(long seed) {
    Path home = Path.of(System.getProperty(HOME, "torture")).toAbsolutePath();
    String name = LocalDateTime.now().format(NAME) + "-" + seed;
    return home.resolve("target").resolve("torture").resolve(name);
  }
}
