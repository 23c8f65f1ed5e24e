package io.kairos.engine.rule;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Instants as rules write them: 2027-08-09T00:00:00+08:00. */
final class Instants {
  private Instants() {}

  /**
   * Epoch milliseconds.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static long millis(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException none) {
      throw new IllegalArgumentException(
          "'" + text + "' is no instant. Write 2027-08-09T00:00:00+08:00", none);
    }
  }
}
