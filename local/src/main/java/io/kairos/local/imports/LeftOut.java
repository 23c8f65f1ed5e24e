package io.kairos.local.imports;

/** Why a row or an event of the file does not go in. */
public enum LeftOut {
  /** No customer. */
  ANONYMOUS,
  /** The type of the event is none that Kairos knows. */
  UNKNOWN_TYPE,
  /** A field that the record of its topic does not have. */
  UNKNOWN_FIELD,
  /** The currency is none of ISO 4217. */
  UNKNOWN_CURRENCY,
  /** The time cannot be read, or is one that the job takes for a mistake. */
  BAD_TIME,
  /** A number or an amount cannot be read or is out of range. */
  BAD_NUMBER,
  /** A value that the row cannot do without is empty. */
  MISSING_VALUE,
  /** The row does not have the shape of the format. */
  MALFORMED,
  /** Later than the end that was asked for. */
  AFTER_UNTIL
}
