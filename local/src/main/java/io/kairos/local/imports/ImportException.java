package io.kairos.local.imports;

/** The import cannot go on; the message tells the person at the command line what to mend. */
public final class ImportException extends RuntimeException {
  public ImportException(String message) {
    super(message);
  }

  ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
