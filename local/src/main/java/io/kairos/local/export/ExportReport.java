package io.kairos.local.export;

import java.util.Optional;

/**
 * What an export did.
 *
 * @param rows rows written
 * @param leftOut how many records nobody could read, and why the first of them; empty if none
 */
public record ExportReport(long rows, Optional<String> leftOut) {

  /** Nothing to tell of. */
  public static final ExportReport NONE = new ExportReport(0, Optional.empty());
}
