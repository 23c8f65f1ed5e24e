package io.kairos.local;

import io.kairos.local.export.RowSink;
import io.kairos.local.export.csv.CsvOption;
import io.kairos.local.export.csv.CsvSink;
import io.kairos.local.export.parquet.ParquetSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How and where a table is written. */
final class TableOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = EnumText.Format.class,
      description = "csv or parquet. Without it: what the name of --out ends in, else csv.")
  private TableFormat format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write there, over what is there, once all is read. Without it: csv to the output.")
  private Path out;

  @Option(
      names = "--raw",
      description =
          "csv: no apostrophe before texts that a spreadsheet would take for formulas; for"
              + " programs.")
  private boolean raw;

  @Option(
      names = "--bom",
      description = "csv: begin with a byte order mark, so that Excel reads UTF-8.")
  private boolean byteOrderMark;

  /**
   * Checks that the options fit.
   *
   * @throws ParameterException if they do not
   */
  void check() {
    if (format() == TableFormat.PARQUET && out == null) {
      throw wrong("parquet is no text: give the file with --out");
    }
    if (format() == TableFormat.PARQUET && !csvOptions().isEmpty()) {
      throw wrong("--raw and --bom are for csv");
    }
  }

  Optional<Path> file() {
    return Optional.ofNullable(out);
  }

  /** Begins a table. */
  RowSink sink(Schema schema, OutputStream to) throws IOException {
    return switch (format()) {
      case CSV -> CsvSink.open(schema, csvOptions(), to);
      case PARQUET -> ParquetSink.open(schema, to);
    };
  }

  private TableFormat format() {
    return format != null ? format : file().flatMap(TableFormat::of).orElse(TableFormat.CSV);
  }

  private Set<CsvOption> csvOptions() {
    Set<CsvOption> options = EnumSet.noneOf(CsvOption.class);
    if (raw) {
      options.add(CsvOption.RAW);
    }
    if (byteOrderMark) {
      options.add(CsvOption.BYTE_ORDER_MARK);
    }
    return options;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
