package io.kairos.local;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.imports.ColumnNames;
import io.kairos.local.imports.ImportException;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Iterator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The file and how it is to be read, of every command that reads one. */
final class FormatOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

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

  @Parameters(paramLabel = "FILE", description = "The file; may end in .gz.")
  private Path file;

  /** The names that {@code --format} takes. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ImportFormat.names().iterator();
    }
  }

  /**
   * The format; a shop's own file without a currency is in the default one.
   *
   * @throws ParameterException if there is none of that name, or it does not take these options
   */
  ImportFormat format() {
    try {
      return known();
    } catch (ImportException wrong) {
      throw new ParameterException(command.commandLine(), wrong.getMessage());
    }
  }

  /**
   * The file.
   *
   * @throws CommandError if it cannot be read
   */
  Path file() {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandError("cannot read " + file + ": give the path of a file of events");
    }
    return file;
  }

  private ImportFormat known() {
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
