package io.kairos.local;

import io.kairos.local.rules.History;
import io.kairos.local.rules.Lookup;
import io.kairos.local.rules.Published;
import io.kairos.local.rules.RuleDocument;
import io.kairos.local.view.Columns;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos rules show}: one version of a rule. */
@Command(
    name = "show",
    description = "Prints a rule as a file that can be changed and published again.")
final class RulesShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      description = "A rule's id, or kind and id of something else, as segment/stages.")
  private String id;

  @Option(
      names = "--version",
      paramLabel = "N",
      description = "Which version. Without it: the last that was published.")
  private Integer version;

  @Mixin private RulesOptions options;

  /** By itself, since the standard options have a --version of their own. */
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  @Override
  public Integer call() throws Exception {
    RulesDesk desk = options.open();
    History history = new Lookup(desk.ledger()).any(id);
    new RuleDocument(desk.moments())
        .lines(version == null ? history.latest() : version(history))
        .forEach(line -> spec.commandLine().getOut().println(shown(line)));
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** A file is to be published again as it was: only a terminal has to be spared. */
  private static String shown(String line) {
    return System.console() == null ? line : Columns.harmless(line);
  }

  private Published version(History history) {
    return history
        .version(version)
        .orElseThrow(
            () ->
                new CommandError(
                    "%s has no version %d: see ./kairos rules history %s"
                        .formatted(id, version, id)));
  }
}
