package io.kairos.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a rule file with three simple rules, and all else as in the default one. */
final class DefaultFile {
  private DefaultFile() {}

  static String text() {
    try (InputStream in = DefaultFile.class.getResourceAsStream("/plain-rules.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
