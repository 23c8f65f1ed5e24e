package io.kairos.flink.source;

/** What a record really says. */
final class Given {
  private Given() {}

  /** An empty text says nothing. */
  static String text(String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
