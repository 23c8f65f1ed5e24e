package io.kairos.local.imports;

import java.math.BigDecimal;
import org.apache.commons.csv.CSVRecord;

/** One row of a CSV file, its values by column name. */
final class CsvRow {
  /** Longer values are no ids, words or numbers: most often a quotation mark was not closed. */
  private static final int MAX_CHARS = 4_096;

  private final CSVRecord row;

  CsvRow(CSVRecord row) {
    this.row = row;
  }

  /** Number of the row, 1 for the first after the header. */
  long number() {
    return row.getRecordNumber();
  }

  /** Id of the event of this row, for rows that carry none. */
  String id(String format) {
    return RowId.of(format, number(), row);
  }

  /** The value of a column. Null: empty, or the column itself is null. */
  String text(String column) throws RowRefused {
    if (column == null) {
      return null;
    }
    if (!row.isSet(column)) {
      throw new RowRefused(LeftOut.MALFORMED, "only %d values".formatted(row.size()));
    }
    String value = row.get(column);
    if (value.length() > MAX_CHARS) {
      throw new RowRefused(LeftOut.MALFORMED, "value of '%s' is too long".formatted(column));
    }
    return value.isEmpty() ? null : value;
  }

  /** The value of a column that may not be empty. */
  String required(String column) throws RowRefused {
    String value = text(column);
    if (value == null) {
      throw new RowRefused(LeftOut.MISSING_VALUE, "'%s' is empty".formatted(column));
    }
    return value;
  }

  /** The customer of the row. */
  String customer(String column) throws RowRefused {
    String value = text(column);
    if (value == null) {
      throw new RowRefused(LeftOut.ANONYMOUS, "no customer in '%s'".formatted(column));
    }
    return value;
  }

  /** An exact decimal number. Null: empty. */
  BigDecimal decimal(String column) throws RowRefused {
    String value = text(column);
    return value == null ? null : Numbers.decimal(value);
  }

  /** A whole number. Null: empty. */
  Integer whole(String column) throws RowRefused {
    String value = text(column);
    return value == null ? null : Numbers.whole(value);
  }
}
