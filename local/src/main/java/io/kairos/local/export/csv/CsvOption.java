package io.kairos.local.export.csv;

/** What a file of text can be besides the usual. */
public enum CsvOption {
  /** Texts as they are, also those that a spreadsheet takes for formulas. */
  RAW,
  /** Begins with U+FEFF, by which Excel knows UTF-8. */
  BYTE_ORDER_MARK
}
