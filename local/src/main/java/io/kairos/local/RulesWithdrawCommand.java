package io.kairos.local;

import io.kairos.local.rules.History;
import io.kairos.local.rules.Lookup;
import io.kairos.local.rules.Switch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos rules withdraw}. */
@Command(
    name = "withdraw",
    description = {
      "Withdraws a rule for good.",
      "Its runs end, and messages that went out are taken back while they are valid; pause does not"
          + " do that. Its versions are kept: publish --rollback ID --to VERSION brings one back."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class RulesWithdrawCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "The rule's id.")
  private String id;

  @Mixin private AuthorOptions author;

  @Mixin private RulesOptions options;

  @Override
  public Integer call() throws Exception {
    RulesDesk desk = options.open();
    History rule = new Lookup(desk.ledger()).rule(id);
    desk.write(
        Switch.WITHDRAW.done(),
        Switch.WITHDRAW.next(rule, author.authorship(), desk.activation()),
        spec.commandLine().getOut());
    return 0;
  }
}
