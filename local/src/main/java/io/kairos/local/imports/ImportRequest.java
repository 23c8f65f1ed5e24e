package io.kairos.local.imports;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Which file is imported and how far.
 *
 * @param file the file, plain or gzip
 * @param until the last moment whose events go in; null: all go in
 * @param progress hears how far the reading is
 */
public record ImportRequest(Path file, Instant until, ImportProgress progress) {

  /** The whole file, without progress. */
  public static ImportRequest of(Path file) {
    return new ImportRequest(file, null, ImportProgress.NONE);
  }

  public ImportRequest withUntil(Instant last) {
    return new ImportRequest(file, last, progress);
  }

  public ImportRequest withProgress(ImportProgress listener) {
    return new ImportRequest(file, until, listener);
  }

  boolean includes(long timeMillis) {
    return until == null || timeMillis <= until.toEpochMilli();
  }
}
