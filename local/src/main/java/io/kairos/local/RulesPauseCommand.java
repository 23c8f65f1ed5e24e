package io.kairos.local;

import io.kairos.local.rules.Switch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kairos rules pause}. */
@Command(
    name = "pause",
    description = "Pauses rules at once; nothing goes out until they are resumed.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class RulesPauseCommand implements Callable<Integer> {

  @Mixin private SwitchOptions options;

  @Override
  public Integer call() throws Exception {
    options.turn(Switch.PAUSE);
    return 0;
  }
}
