package io.kairos.local;

import io.kairos.local.rules.Activation;
import io.kairos.local.rules.Ledger;
import io.kairos.local.rules.Lookup;
import io.kairos.local.rules.Revision;
import io.kairos.local.rules.Switch;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which rules are paused or resumed. */
final class SwitchOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids of rules.")
  private List<String> ids = List.of();

  @Option(
      names = "--all",
      description = "All rules at once, by a switch of its own: each keeps its own status.")
  private boolean all;

  @Mixin private AuthorOptions author;

  @Mixin private RulesOptions rules;

  /**
   * Turns the rules off or on, and says since when.
   *
   * @throws ParameterException if not exactly one of ids and {@code --all} is given
   */
  void turn(Switch to) throws IOException {
    if (all == !ids.isEmpty()) {
      throw new ParameterException(command.commandLine(), "give the ids of rules, or --all");
    }
    RulesDesk desk = rules.open();
    desk.write(to.done(), revisions(to, desk), command.commandLine().getOut());
  }

  private List<Revision> revisions(Switch to, RulesDesk desk) {
    Ledger ledger = desk.ledger();
    Activation at = desk.activation();
    if (all) {
      return List.of(to.nextOfAll(ledger, author.authorship()));
    }
    Lookup lookup = new Lookup(ledger);
    return ids.stream()
        .distinct()
        .flatMap(id -> to.next(lookup.rule(id), author.authorship(), at).stream())
        .toList();
  }
}
