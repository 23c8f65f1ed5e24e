package io.kairos.flink.registry;

import java.io.IOException;

/** The registry's answer is longer than any that is believed. */
final class TooLong extends IOException {
  private static final long serialVersionUID = 1L;

  TooLong() {
    super("answers with more than " + BoundedBody.MOST_BYTES + " bytes");
  }
}
