package io.kairos.local.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * One line of a CDNOW file.
 *
 * @param customer id in the master file
 * @param day of the purchase
 * @param compactDiscs how many
 * @param dollars paid for all of them
 */
record CdnowRow(String customer, LocalDate day, int compactDiscs, BigDecimal dollars) {

  /** The sample file has its own customer id between the master's and the date. */
  private static final int SAMPLE_COLUMNS = 5;

  static CdnowRow parse(String line) throws RowRefused {
    String[] values = line.strip().split("\\s+");
    if (values.length != SAMPLE_COLUMNS && values.length != SAMPLE_COLUMNS - 1) {
      throw new RowRefused(LeftOut.MALFORMED, "%d columns".formatted(values.length));
    }
    int date = values.length - 3;
    return new CdnowRow(
        values[0],
        day(values[date]),
        Numbers.whole(values[date + 1]),
        Numbers.decimal(values[date + 2]));
  }

  private static LocalDate day(String text) throws RowRefused {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException unreadable) {
      throw new RowRefused(LeftOut.BAD_TIME, "not a date: '%s'".formatted(text));
    }
  }
}
