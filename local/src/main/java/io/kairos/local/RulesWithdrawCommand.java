package io.kairos.local;

import io.kairos.local.rules.Lookup;
import io.kairos.local.rules.Switch;
import java.util.List;
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
    var revision = Switch.WITHDRAW.next(new Lookup(desk.ledger()).rule(id), author.authorship());
    desk.write(Switch.WITHDRAW.done(), List.of(revision), spec.commandLine().getOut());
    return 0;
  }
}
