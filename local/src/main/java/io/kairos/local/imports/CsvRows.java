package io.kairos.local.imports;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a comma separated file (RFC 4180) with a header row, one row at a time. */
final class CsvRows {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setAllowMissingColumnNames(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  /** Makes events of one row. */
  @FunctionalInterface
  interface RowReader {
    void read(CsvRow row) throws RowRefused, IOException;
  }

  private CsvRows() {}

  /**
   * Reads every row; refused rows are counted and left out.
   *
   * @throws ImportException if a column is missing in the header or the quoting is broken
   */
  static void read(InputFile file, Collection<String> columns, ImportSink sink, RowReader reader)
      throws IOException {
    try (Reader text = file.open();
        CSVParser rows = parse(text, file)) {
      requireColumns(rows.getHeaderNames(), columns, file);
      Iterator<CSVRecord> iterator = rows.iterator();
      while (hasNext(iterator, file)) {
        sink.row();
        read(new CsvRow(iterator.next()), rows.getCurrentLineNumber(), sink, reader);
      }
    }
  }

  private static CSVParser parse(Reader text, InputFile file) throws IOException {
    try {
      return FORMAT.parse(text);
    } catch (IOException broken) {
      throw noCsv(file, broken);
    }
  }

  private static boolean hasNext(Iterator<CSVRecord> rows, InputFile file) {
    try {
      return rows.hasNext();
    } catch (UncheckedIOException broken) {
      throw noCsv(file, broken.getCause());
    }
  }

  private static ImportException noCsv(InputFile file, IOException cause) {
    return new ImportException(
        "%s cannot be read as CSV: %s".formatted(file.path(), cause.getMessage()), cause);
  }

  private static void read(CsvRow row, long line, ImportSink sink, RowReader reader)
      throws IOException {
    try {
      reader.read(row);
    } catch (RowRefused refused) {
      sink.leaveOutRow(refused.reason(), "line %d: %s".formatted(line, refused.getMessage()));
    }
  }

  private static void requireColumns(
      List<String> header, Collection<String> columns, InputFile file) {
    if (header.isEmpty()) {
      throw new ImportException("%s is empty".formatted(file.path()));
    }
    for (String column : columns) {
      if (!header.contains(column)) {
        throw new ImportException(
            "no column '%s'%s; the file has: %s"
                .formatted(column, NearestName.hint(column, header), String.join(", ", header)));
      }
    }
  }
}
