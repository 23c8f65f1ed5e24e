package io.kairos.local;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * The name of {@code kairos bench}, for the list of commands. Where there are sources the script
 * runs the benchmarks instead, which are a module of their own that this one knows nothing of.
 */
@Command(
    name = "bench",
    description = "Measures Kairos beside the machine's limits and its peers.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class BenchCommand implements Runnable {

  @Unmatched private List<String> ignored;

  @Override
  public void run() {
    throw new CommandError("benchmarks run from the sources only: ./kairos bench in a checkout");
  }
}
