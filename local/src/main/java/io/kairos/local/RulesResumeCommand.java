package io.kairos.local;

import io.kairos.local.rules.Switch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kairos rules resume}. */
@Command(
    name = "resume",
    description = "Resumes rules that were paused.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class RulesResumeCommand implements Callable<Integer> {

  @Mixin private SwitchOptions options;

  @Override
  public Integer call() throws Exception {
    options.turn(Switch.RESUME);
    return 0;
  }
}
