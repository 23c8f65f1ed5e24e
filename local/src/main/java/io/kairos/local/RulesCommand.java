package io.kairos.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kairos rules}: rules that marketing changes while the job runs. */
@Command(
    name = "rules",
    description = {
      "Checks, tests, tries, publishes, lists, pauses and withdraws rules while the job runs.",
      "What is published goes to the rules topic of the demo that runs on this machine, or of any"
          + " Kafka; every version is kept."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RulesCheckCommand.class,
      RulesTestCommand.class,
      RulesTryCommand.class,
      RulesListCommand.class,
      RulesShowCommand.class,
      RulesHistoryCommand.class,
      RulesPublishCommand.class,
      RulesPauseCommand.class,
      RulesResumeCommand.class,
      RulesWithdrawCommand.class
    })
final class RulesCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Without a subcommand there is nothing to do but to say which there are. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
