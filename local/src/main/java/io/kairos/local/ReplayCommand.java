package io.kairos.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kairos replay}: the same job on a file, in event time, as fast as it goes. */
@Command(
    name = "replay",
    description = "Runs the job on a file of events, in event time, as fast as it goes.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class ReplayCommand implements Callable<Integer> {

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private ReplayFormat format;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Slots of the cluster and partitions of each topic.")
  private int parallelism;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Leave out events and deadlines after this instant, as 2019-10-01T04:00:00Z.")
  private Instant until;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write triggers.jsonl and profiles.jsonl there.")
  private Path out;

  @Parameters(paramLabel = "FILE", description = "The file; may end in .gz.")
  private Path file;

  @Override
  public Integer call() {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandError("cannot read " + file + ": give the path of a file to replay");
    }
    throw new CommandError("replay is not connected to the job yet");
  }
}
