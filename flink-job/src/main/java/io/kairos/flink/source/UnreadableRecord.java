package io.kairos.flink.source;

/** The bytes are no record of their topic. */
public final class UnreadableRecord extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableRecord(String message, Throwable cause) {
    super(message, cause);
  }
}
