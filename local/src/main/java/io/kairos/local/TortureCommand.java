package io.kairos.local;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * The name of {@code kairos torture}, for the list of commands. Where there are sources the script
 * runs the torture instead, which is a module of its own that this one knows nothing of.
 */
@Command(
    name = "torture",
    description = "Holds the job against a reference while its processes are killed and cut off.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class TortureCommand implements Runnable {

  @Unmatched private List<String> ignored;

  @Override
  public void run() {
    throw new CommandError(
        "the torture runs from the sources only: ./kairos torture in a checkout");
  }
}
