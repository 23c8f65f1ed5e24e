package io.kairos.local;

import io.kairos.local.rules.HistoryTable;
import io.kairos.local.rules.Lookup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos rules history}: every version of a rule. */
@Command(
    name = "history",
    description = "Lists every version of a rule: when it held, who published it and why.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class RulesHistoryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      description = "A rule's id, or kind and id of something else, as segment/stages.")
  private String id;

  @Mixin private RulesOptions options;

  @Override
  public Integer call() throws Exception {
    RulesDesk desk = options.open();
    new HistoryTable(desk.now(), desk.moments())
        .lines(new Lookup(desk.ledger()).any(id))
        .forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
