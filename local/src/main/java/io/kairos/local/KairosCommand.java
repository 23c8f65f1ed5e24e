package io.kairos.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The {@code kairos} command.
 *
 * <p>Exit code 0 after success, 1 after an error, 2 if the command line is wrong.
 */
@Command(
    name = "kairos",
    description = "Customer profiles and marketing triggers from a shop's event streams.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ReplayCommand.class,
      BacktestCommand.class,
      ProfileCommand.class,
      SegmentsCommand.class,
      ExplainCommand.class,
      RulesCommand.class,
      DoctorCommand.class,
      ExportCommand.class,
      FitCommand.class,
      SchemasCommand.class,
      TopicsCommand.class,
      TrafficCommand.class,
      BenchCommand.class,
      TortureCommand.class
    })
public final class KairosCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean verbose;

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    ErrorReport errors = new ErrorReport();
    return new CommandLine(new KairosCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  boolean verbose() {
    return verbose;
  }

  /** Without a subcommand there is nothing to do but to say which there are. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "say what to do: demo, replay, backtest, profile, segments, explain, rules, doctor, export,"
            + " fit, schemas, topics, traffic, bench or torture");
  }
}
