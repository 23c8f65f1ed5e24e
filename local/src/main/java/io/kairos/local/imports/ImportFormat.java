package io.kairos.local.imports;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** A kind of data file and how its rows become events. Holds no state of a run. */
public interface ImportFormat {

  /** The name on the command line, such as {@code rees46}. */
  String name();

  /** ISO 4217 code of the file's amounts. Null: the shop's currency. */
  String currency();

  /** Zone of the file's local times, and the zone whose days its customers live by. */
  ZoneId zone();

  /** One sentence: what the file is and what one order of it is. */
  String description();

  /**
   * Pushes every event of the file, in any order.
   *
   * @throws IOException if the file cannot be read
   * @throws ImportException if it is not a file of this format
   */
  void read(InputFile file, ImportSink sink) throws IOException;

  /** Names that {@link #byName} knows, in the order of the documentation. */
  static List<String> names() {
    return FormatCatalog.names();
  }

  /**
   * The format of a name.
   *
   * @param options read by the formats {@code csv} and {@code jsonl}; the others fix their own
   * @throws ImportException if no format has this name, or it does not take these options
   */
  static ImportFormat byName(String name, ImportOptions options) {
    return FormatCatalog.byName(name, options);
  }
}
