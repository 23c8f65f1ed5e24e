package io.kairos.local;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.imports.ColumnNames;
import io.kairos.local.imports.ImportException;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportOptions;
import io.kairos.local.replay.Replay;
import io.kairos.local.replay.ReplayRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kairos replay}: the same job on a file, in event time, as fast as it goes. */
@Command(
    name = "replay",
    description = {
      "Runs the job on a file of events, in event time, as fast as it goes.",
      "The end of the file is not the end of time: what would be due after the last event, or"
          + " after --until, does not fire."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    showDefaultValues = true)
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String format;

  @Option(
      names = "--columns",
      paramLabel = "FIELD=COLUMN,...",
      description = "For csv: which column holds what, as time=ts,customer=user,type=action.")
  private String columns;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "For csv and jsonl: ISO 4217 code of the amounts.")
  private String currency;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      converter = ZoneText.class,
      description = "For csv and jsonl: zone of times that name none, as Asia/Shanghai.")
  private ZoneId zone;

  @Option(
      names = "--consent",
      paramLabel = "CHANNEL",
      split = ",",
      defaultValue = "push,sms",
      description = "Channels that every customer of the file counts as having agreed to.")
  private List<String> consent;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Slots of the cluster and partitions of each topic.")
  private int parallelism;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Leave out events and deadlines after this instant, as 2019-10-01T04:00:00Z.")
  private Instant until;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write triggers.jsonl and profiles.jsonl there.")
  private Path out;

  @Parameters(paramLabel = "FILE", description = "The file; may end in .gz.")
  private Path file;

  /** The names that {@code --format} takes. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ImportFormat.names().iterator();
    }
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandError("cannot read " + file + ": give the path of a file to replay");
    }
    if (parallelism < 1) {
      throw wrong("--parallelism must be at least 1, but is " + parallelism);
    }
    ImportFormat known = importFormat();
    makeFolder();
    ReplayRequest.Run run = new ReplayRequest.Run(parallelism, consent, Optional.ofNullable(out));
    ReplayRequest request = new ReplayRequest(known, file, Optional.ofNullable(until), run);
    new Replay(request, spec.commandLine().getOut(), spec.commandLine().getErr()).run();
    return 0;
  }

  /** Finds out before the run, not after it, that there is no place for the results. */
  private void makeFolder() {
    if (out == null) {
      return;
    }
    try {
      Files.createDirectories(out);
    } catch (IOException impossible) {
      throw new CommandError("cannot make the folder " + out + " of --out", impossible);
    }
    if (!Files.isWritable(out)) {
      throw new CommandError("cannot write to the folder " + out + " of --out");
    }
  }

  private ImportFormat importFormat() {
    try {
      return formatInCurrency();
    } catch (ImportException wrong) {
      throw wrong(wrong.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The format; a shop's own file without a currency is in the default one. */
  private ImportFormat formatInCurrency() {
    ImportFormat given = ImportFormat.byName(format, options());
    return given.currency() != null
        ? given
        : ImportFormat.byName(
            format, options().withCurrency(KairosOptions.CURRENCY.defaultValue()));
  }

  private ImportOptions options() {
    ImportOptions options = ImportOptions.defaults();
    options = columns == null ? options : options.withColumns(ColumnNames.parse(columns));
    options = currency == null ? options : options.withCurrency(currency);
    return zone == null ? options : options.withZone(zone);
  }
}
