package io.kairos.local;

import io.kairos.local.rules.RuleList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kairos rules list}: what is in force, and what will be. */
@Command(
    name = "list",
    description = "Lists the rules in force, since when, and what is published for later.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class RulesListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private RulesOptions options;

  @Option(names = "--all", description = "Also those that are withdrawn or over.")
  private boolean all;

  @Override
  public Integer call() throws Exception {
    RulesDesk desk = options.open();
    new RuleList(desk.ledger(), desk.now(), desk.moments())
        .lines(all ? RuleList.Scope.ALL : RuleList.Scope.CURRENT)
        .forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
