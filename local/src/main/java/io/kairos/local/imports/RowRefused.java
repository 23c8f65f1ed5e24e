package io.kairos.local.imports;

/** A row that cannot become an event: ends the reading of this row, not of the file. */
final class RowRefused extends Exception {
  private final LeftOut reason;

  RowRefused(LeftOut reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  LeftOut reason() {
    return reason;
  }
}
