package io.kairos.local.imports;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The formats by name. */
enum FormatCatalog {
  REES46("rees46", options -> new Rees46Format()),
  RETAIL("retail", options -> new RetailFormat()),
  CDNOW("cdnow", options -> new CdnowFormat()),
  OTTO("otto", options -> new OttoFormat()),
  CSV("csv", CsvFormat::new),
  JSONL("jsonl", JsonlFormat::new);

  private final String label;
  private final Function<ImportOptions, ImportFormat> opening;

  FormatCatalog(String label, Function<ImportOptions, ImportFormat> opening) {
    this.label = label;
    this.opening = opening;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(format -> format.label).toList();
  }

  static ImportFormat byName(String name, ImportOptions options) {
    FormatCatalog found =
        Arrays.stream(values())
            .filter(format -> format.label.equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ImportException(
                        "no import format '%s'%s; known: %s"
                            .formatted(
                                name,
                                NearestName.hint(name, names()),
                                String.join(", ", names()))));
    if (found != CSV && !options.columns().isEmpty()) {
      throw new ImportException("format '%s' takes no columns; only csv does".formatted(name));
    }
    if (found != CSV && found != JSONL && !options.withColumns(ColumnNames.none()).isDefault()) {
      throw new ImportException(
          "format '%s' has its own currency and zone; only csv and jsonl take them"
              .formatted(name));
    }
    return found.opening.apply(options);
  }
}
