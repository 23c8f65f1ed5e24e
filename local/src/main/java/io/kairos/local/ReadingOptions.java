package io.kairos.local;

import io.kairos.flink.config.KairosOptions;
import io.kairos.local.imports.ColumnNames;
import io.kairos.local.imports.ImportException;
import io.kairos.local.imports.ImportFormat;
import io.kairos.local.imports.ImportOptions;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a file of a format is to be read, beside its name. */
final class ReadingOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--columns",
      paramLabel = "FIELD=COLUMN,...",
      description = "For csv: which column holds what, as time=ts,customer=user,type=action.")
  private String columns;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "ISO 4217 code of the amounts, where no format says it. Without it: CNY.")
  private String currency;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      converter = ZoneText.class,
      description =
          "The shop's zone, where no format says it, and that of times that name none. Without it:"
              + " UTC for files; for Kafka Asia/Shanghai, or the demo's.")
  private ZoneId zone;

  /**
   * The format of that name; a shop's own file without a currency is in the default one.
   *
   * @throws ParameterException if there is none of that name, or it does not take these options
   */
  ImportFormat format(String name) {
    return orRefused(() -> known(name));
  }

  boolean hasColumns() {
    return columns != null;
  }

  /**
   * ISO 4217 code of amounts that come without a format.
   *
   * @throws ParameterException if there is no such currency
   */
  String currency() {
    String usual = KairosOptions.CURRENCY.defaultValue();
    return currency == null
        ? usual
        : orRefused(() -> ImportOptions.defaults().withCurrency(currency).currency());
  }

  Optional<ZoneId> zone() {
    return Optional.ofNullable(zone);
  }

  private ImportFormat known(String name) {
    ImportFormat given = ImportFormat.byName(name, options());
    return given.currency() != null
        ? given
        : ImportFormat.byName(name, options().withCurrency(KairosOptions.CURRENCY.defaultValue()));
  }

  private <T> T orRefused(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ImportException wrong) {
      throw new ParameterException(command.commandLine(), wrong.getMessage());
    }
  }

  private ImportOptions options() {
    ImportOptions options = ImportOptions.defaults();
    options = columns == null ? options : options.withColumns(ColumnNames.parse(columns));
    options = currency == null ? options : options.withCurrency(currency);
    return zone == null ? options : options.withZone(zone);
  }
}
